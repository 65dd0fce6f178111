import { useCallback, useMemo, useRef, useState } from 'react'
import { lineId } from './moments'
import type { Playback } from './usePlayback'

/** Lets what is said about a call point into its transcript: shows and plays a line, and finds the way back from there. */
export function useMoments<L extends { endMs: number }>(lines: readonly L[], numberOf: (line: L) => number, { state, playFrom }: Playback) {
  const cameFrom = useRef<HTMLElement | null>(null)
  const [canGoBack, setCanGoBack] = useState(false)
  const canPlay = state !== 'missing'
  const show = useCallback(
    (number: number, atMs: number) => {
      cameFrom.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
      setCanGoBack(true)
      const index = lines.findIndex((line) => numberOf(line) === number)
      if (canPlay) playFrom(atMs, lines[index + 1]?.endMs)
      const line = document.getElementById(lineId(number))
      line?.scrollIntoView({ block: 'center' })
      line?.focus({ preventScroll: true })
    },
    [lines, numberOf, canPlay, playFrom],
  )
  const goBack = () => {
    cameFrom.current?.focus()
    cameFrom.current?.scrollIntoView({ block: 'center' })
    setCanGoBack(false)
  }
  const moments = useMemo(() => ({ canPlay, show }), [canPlay, show])
  return { moments, canPlay, back: canGoBack ? { goBack } : {} }
}
