import type { OutcomeStatus } from '@/api/types'
import classes from './OutcomeMark.module.css'
import { words } from './words'

/** Full circle with a tick, half circle, empty circle, dashed circle: readable without colour. */
export function OutcomeMark({ status, size = 20, hideWord = false }: { status: OutcomeStatus; size?: number; hideWord?: boolean }) {
  return (
    <span className={classes.mark}>
      <svg width={size} height={size} viewBox="0 0 20 20" className={classes[status]} {...(hideWord ? { role: 'img', 'aria-label': words.outcome[status] } : { 'aria-hidden': true })}>
        <circle cx="10" cy="10" r="8.5" className={classes.ring} />
        {status === 'reached' && <path d="M5.8 10.4l2.8 2.8 5.6-6" className={classes.tick} />}
        {status === 'partly' && <path d="M10 1.5a8.5 8.5 0 0 1 0 17z" className={classes.half} />}
      </svg>
      {!hideWord && words.outcome[status]}
    </span>
  )
}
