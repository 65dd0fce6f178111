import { useEffect, useState, type RefObject } from 'react'
import type { Grid } from './rows'

interface Place {
  grid: Grid
  scrolledPast: number
  windowHeight: number
}

const rem = 16
/** As in CallGrid.module.css and CallCard.module.css. */
const least = 18.5 * rem
const gap = rem
const rowHeight = 16.5 * rem + gap

/** Where a grid lies in the window: measured when the window or the scrolling moves it. */
export function useGrid(list: RefObject<HTMLElement | null>): Place {
  const [place, setPlace] = useState<Place>({ grid: { columns: 1, rowHeight }, scrolledPast: 0, windowHeight: 1000 })
  useEffect(() => {
    let frame = 0
    const measure = () => {
      frame = 0
      const box = list.current?.getBoundingClientRect()
      if (!box) return
      const columns = Math.max(1, Math.floor((box.width + gap) / (least + gap)))
      // In steps of a row: nothing has to be drawn anew in between.
      const scrolledPast = Math.floor(-box.top / rowHeight) * rowHeight
      setPlace((was) =>
        was.grid.columns === columns && was.scrolledPast === scrolledPast && was.windowHeight === innerHeight + rowHeight
          ? was
          : { grid: { columns, rowHeight }, scrolledPast, windowHeight: innerHeight + rowHeight },
      )
    }
    const later = () => (frame ||= requestAnimationFrame(measure))
    measure()
    addEventListener('scroll', later, { passive: true })
    addEventListener('resize', later)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', later)
      removeEventListener('resize', later)
    }
  }, [list])
  return place
}
