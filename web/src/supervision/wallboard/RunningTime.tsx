import { useEffect, useReducer } from 'react'
import { clock } from '@/ui/format'
import classes from './CallCard.module.css'
import { onSecond } from './onSecond'

/** How long a call has run; goes on by itself between updates. */
export function RunningTime({ callMs, atMs }: { callMs: number; atMs: number }) {
  const [, tick] = useReducer((n: number) => n + 1, 0)
  useEffect(() => onSecond(tick), [])
  // eslint-disable-next-line react-hooks/purity -- the time is what is shown
  return <span className={classes.time}>{clock(callMs + performance.now() - atMs)}</span>
}
