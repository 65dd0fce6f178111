import { useEffect, useRef, useState } from 'react'
import { Microphone, type MicrophoneState } from '@/realtime/capture/Microphone'
import { microphonePermission, obstacle } from '@/realtime/capture/refusal'
import { rememberDevices, rememberedDevices } from '@/realtime/devicePreference'
import { useMicrophoneState } from '../useMicrophoneState'

export interface OwnMicrophone {
  microphone: Microphone
  state: MicrophoneState
  /** Asks the browser, for this one or for the one used last. */
  open: (deviceId?: string) => void
  /** From now on the call owns it, not the page. */
  handOver: () => Microphone
  /** The call did not come about. */
  takeBack: (reopen: boolean) => void
}

/** The microphone while a page checks it. It is opened by itself only where the browser need not ask first. */
export function useOwnMicrophone(): OwnMicrophone {
  const [microphone] = useState(() => new Microphone())
  const handedOver = useRef(false)
  useEffect(() => {
    void openIfAllowed(microphone)
    return () => {
      if (!handedOver.current) microphone.dispose()
    }
  }, [microphone])
  return {
    microphone,
    state: useMicrophoneState(microphone),
    open: (deviceId) => {
      if (deviceId) rememberDevices({ microphoneId: deviceId })
      void microphone.open(deviceId ?? rememberedDevices().microphoneId)
    },
    handOver: () => {
      handedOver.current = true
      return microphone
    },
    takeBack: (reopen) => {
      handedOver.current = false
      if (reopen) void microphone.open(rememberedDevices().microphoneId)
    },
  }
}

async function openIfAllowed(microphone: Microphone): Promise<void> {
  const noQuestion = obstacle() !== null || (await microphonePermission()) === 'granted'
  if (noQuestion && microphone.state.status === 'off') await microphone.open(rememberedDevices().microphoneId)
}
