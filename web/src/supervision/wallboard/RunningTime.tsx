import { useEffect, useReducer } from 'react'
import { clock } from '@/ui/format'
import classes from './CallCard.module.css'

const tickMs = 1000

/** How long a call has run; goes on by itself between updates. */
export function RunningTime({ callMs, atMs }: { callMs: number; atMs: number }) {
  const [, tick] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    const timer = setInterval(tick, tickMs)
    return () => clearInterval(timer)
  }, [])
  // eslint-disable-next-line react-hooks/purity -- the time is what is shown
  return <span className={classes.time}>{clock(callMs + performance.now() - atMs)}</span>
}
