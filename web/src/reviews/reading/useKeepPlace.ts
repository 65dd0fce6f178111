import { useEffect, useRef } from 'react'
import type { Playback } from '@/debrief/usePlayback'

/** Another sound of the same call begins where the one before was. */
export function useKeepPlace(src: string, { atMs, seek }: Playback) {
  const place = useRef({ src, atMs })
  useEffect(() => {
    if (place.current.src !== src) seek(place.current.atMs)
    place.current = { src, atMs }
  }, [src, atMs, seek])
}
