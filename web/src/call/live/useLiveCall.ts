import { useCallback, useSyncExternalStore } from 'react'
import { Microphone } from '@/realtime/capture/Microphone'
import { isTyped, rememberedDevices } from '@/realtime/devicePreference'
import { currentCall, releaseCall, takeCall } from '@/realtime/session/currentCall'
import type { CallSnapshot, LiveCall } from '@/realtime/session/LiveCall'
import { makeCall } from '@/realtime/session/makeCall'

/** The call at this address: the one just placed, or, after a refresh, joined again. Null for a moment at first. */
export function useLiveCall(callId: string): LiveCall | null {
  const subscribe = useCallback(
    (changed: () => void) => {
      takeCall(callId, () => join(callId))
      changed()
      return () => releaseCall(callId)
    },
    [callId],
  )
  return useSyncExternalStore(subscribe, () => currentCall(callId))
}

export function useCallSnapshot(call: LiveCall): CallSnapshot {
  const subscribe = useCallback((changed: () => void) => call.changed.on(changed), [call])
  return useSyncExternalStore(subscribe, () => call.snapshot)
}

function join(callId: string): LiveCall {
  const { microphoneId, loudspeakerId } = rememberedDevices()
  const call = makeCall(new Microphone(), loudspeakerId)
  void call.resume(callId).then(() => {
    const { stage } = call.snapshot
    // An interrupted call first asks whether it shall go on; only then does it listen.
    if (!isTyped(callId) && (stage === 'ringing' || stage === 'live')) void call.microphone.open(microphoneId)
  })
  return call
}
