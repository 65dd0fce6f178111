import type { CallView } from '@/realtime/session/callView'
import type { LiveCall } from '@/realtime/session/LiveCall'
import { clock } from '@/ui/format'
import classes from './CallHeader.module.css'
import { useSampled } from './useSampled'

/** Since the patient picked up. */
export function CallTime({ call, view: { answeredAtMs, status, ended } }: { call: LiveCall; view: CallView }) {
  const nowMs = useSampled(() => call.nowMs, 500, status === 'live')
  const ms = answeredAtMs === null ? 0 : (ended?.atMs ?? nowMs) - answeredAtMs
  return (
    <span className={classes.time} role="timer" aria-label="Time in the call">
      {clock(ms)}
    </span>
  )
}
