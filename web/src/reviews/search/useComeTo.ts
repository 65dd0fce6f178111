import { useEffect, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { lineId } from '@/debrief/moments'
import type { Playback } from '@/debrief/usePlayback'

/** Whoever comes from what a search found comes to the place: "?at=12000&line=4". */
export function useComeTo({ state, seek }: Playback) {
  const [search] = useSearchParams()
  const at = Number(search.get('at') ?? Number.NaN)
  const line = Number(search.get('line') ?? Number.NaN)
  const shown = useRef(false)
  const sought = useRef(false)
  useEffect(() => {
    if (shown.current || !Number.isInteger(line)) return undefined
    // After the page has put the focus on its heading.
    const frame = requestAnimationFrame(() => {
      shown.current = true
      const element = document.getElementById(lineId(line))
      element?.scrollIntoView({ block: 'center' })
      element?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [line])
  useEffect(() => {
    // Before its length is known a sound cannot be moved in.
    if (sought.current || state !== 'ready' || !Number.isFinite(at)) return
    sought.current = true
    seek(at)
  }, [state, at, seek])
}
