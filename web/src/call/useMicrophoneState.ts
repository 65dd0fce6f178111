import { useCallback, useSyncExternalStore } from 'react'
import type { Microphone, MicrophoneState } from '@/realtime/capture/Microphone'

export function useMicrophoneState(microphone: Microphone): MicrophoneState {
  const subscribe = useCallback((listener: () => void) => microphone.changed.on(listener), [microphone])
  return useSyncExternalStore(subscribe, () => microphone.state)
}
