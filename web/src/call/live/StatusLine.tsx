import classes from './StatusLine.module.css'
import type { Status } from './statusOf'

/** Where the call stands, always in the same place. */
export function StatusLine({ status, endArmed }: { status: Status; endArmed: boolean }) {
  const { text, tone } = endArmed ? { text: 'Press Esc again to end the call.', tone: 'attention' } : status
  return (
    <p className={classes.line} data-tone={tone} role="status">
      {text}
    </p>
  )
}
