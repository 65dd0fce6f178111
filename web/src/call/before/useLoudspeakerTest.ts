import { useState } from 'react'
import { chime } from '@/realtime/playback/ringTone'

type Sink = AudioContext & { setSinkId?: (id: string) => Promise<void> }

export const canChooseLoudspeaker = typeof AudioContext !== 'undefined' && 'setSinkId' in AudioContext.prototype

/** Plays a few notes on a loudspeaker. */
export function useLoudspeakerTest() {
  const [state, setState] = useState<'idle' | 'playing' | 'played' | 'failed'>('idle')
  const play = async (deviceId: string | null) => {
    setState('playing')
    const context: Sink = new AudioContext()
    try {
      if (deviceId) await context.setSinkId?.(deviceId)
      await context.resume()
      await chime(context)
      setState('played')
    } catch {
      // The device went away, or there is none: to the person it is the same.
      setState('failed')
    } finally {
      void context.close()
    }
  }
  return { state, play }
}
