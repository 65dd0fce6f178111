import { memo, useRef } from 'react'
import type { BoardCall } from '@/realtime/supervision/WallboardFeed'
import { CallCard } from './CallCard'
import classes from './CallGrid.module.css'
import { shownRows } from './rows'
import { useGrid } from './useGrid'

interface Props {
  calls: readonly BoardCall[]
  /** Somebody points at the board or has the focus in it. */
  onPointing: (pointing: boolean) => void
}

/** As many cards as are near the window, so that 400 calls cost no more than 40. */
export const CallGrid = memo(function CallGrid({ calls, onPointing }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const { grid, scrolledPast, windowHeight } = useGrid(list)
  const { from, to, before, after } = shownRows(calls.length, grid, scrolledPast, windowHeight)
  return (
    <ul
      ref={list}
      className={classes.grid}
      aria-label="Live calls"
      style={{ paddingTop: before, paddingBottom: after }}
      onMouseEnter={() => onPointing(true)}
      onMouseLeave={() => onPointing(false)}
      onFocus={() => onPointing(true)}
      onBlur={() => onPointing(false)}
    >
      {calls.slice(from, to).map(({ row, atMs }, n) => (
        <CallCard key={row.callId} row={row} atMs={atMs} place={from + n + 1} of={calls.length} />
      ))}
    </ul>
  )
})
