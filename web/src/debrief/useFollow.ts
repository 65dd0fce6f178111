import { useEffect, type RefObject } from 'react'

/** Keeps the line being heard in sight, within the transcript only: the page itself never moves by itself. */
export function useFollow(list: RefObject<HTMLOListElement | null>, current: number | null, playing: boolean) {
  useEffect(() => {
    const box = list.current
    const line = box?.querySelector<HTMLElement>('[aria-current="true"]')
    if (!playing || !box || !line) return
    const seen = box.getBoundingClientRect()
    const { top, bottom } = line.getBoundingClientRect()
    if (top < seen.top || bottom > seen.bottom) box.scrollTo({ top: box.scrollTop + top - seen.top - seen.height / 3 })
  }, [list, current, playing])
}
