import { useEffect, useRef } from 'react'
import type { ReviewLine } from '@/api/types'
import type { Playback } from '@/debrief/usePlayback'
import { lineAt, repeatOf } from './places'

/** Plays the line being heard again and again; who goes elsewhere hears the line there again and again. */
export function useRepeat(on: boolean, { playing, atMs, playFrom }: Playback, lines: readonly ReviewLine[]) {
  const repeated = useRef<ReviewLine>(undefined)
  useEffect(() => {
    if (!on || !playing) {
      repeated.current = undefined
      return
    }
    const what = repeated.current && repeatOf(lines, repeated.current, atMs)
    if (what === 'again' && repeated.current) playFrom(repeated.current.startMs)
    else if (what !== 'within') repeated.current = lineAt(lines, atMs)
  }, [on, playing, atMs, playFrom, lines])
}
