import { useState } from 'react'
import type { ReviewLine, ReviewMark } from '@/api/types'
import type { Playback } from '@/debrief/usePlayback'
import { useListeningKeys } from './useListeningKeys'
import { useRepeat } from './useRepeat'
import { useSkipSilence } from './useSkipSilence'

export interface ListeningWays {
  skips: boolean
  setSkips: (on: boolean) => void
  repeats: boolean
  setRepeats: (on: boolean) => void
}

/** Over silences, to one line again and again, and by keys. */
export function useListening(playback: Playback, lines: readonly ReviewLine[], marks: readonly ReviewMark[]): ListeningWays {
  const [skips, setSkips] = useState(false)
  const [repeats, setRepeats] = useState(false)
  // What is repeated never comes to a silence.
  useSkipSilence(skips && !repeats, playback, lines)
  useRepeat(repeats, playback, lines)
  useListeningKeys({ playback, lines, marks, toggleSkip: () => setSkips(!skips), toggleRepeat: () => setRepeats(!repeats) })
  return { skips, setSkips, repeats, setRepeats }
}
