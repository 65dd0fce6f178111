import { useEffect } from 'react'
import type { ReviewLine } from '@/api/types'
import type { Playback } from '@/debrief/usePlayback'
import { afterSilence } from './places'

/** While it plays, jumps over stretches in which nobody speaks. */
export function useSkipSilence(on: boolean, { playing, atMs, playFrom }: Playback, lines: readonly ReviewLine[]) {
  useEffect(() => {
    const to = on && playing ? afterSilence(lines, atMs) : null
    if (to !== null) playFrom(to)
  }, [on, playing, atMs, playFrom, lines])
}
