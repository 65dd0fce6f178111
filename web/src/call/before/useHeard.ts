import { useEffect, useState } from 'react'
import type { Microphone } from '@/realtime/capture/Microphone'

const speechDbfs = -45
// 15 frames of 20 ms: longer than a click or a cough against the desk.
const enoughFrames = 15

/** Whether the microphone has heard something as loud and as long as a word. */
export function useHeard(microphone: Microphone, deviceId: string | null): boolean {
  const [heardOn, setHeardOn] = useState<string | null>(null)
  useEffect(() => {
    if (deviceId === null) return
    let loud = 0
    return microphone.levels.on(({ rmsDbfs }) => {
      loud = rmsDbfs > speechDbfs ? loud + 1 : Math.max(0, loud - 1)
      if (loud === enoughFrames) setHeardOn(deviceId)
    })
  }, [microphone, deviceId])
  return deviceId !== null && heardOn === deviceId
}
