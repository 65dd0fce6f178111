import type { CallView } from '@/realtime/session/callView'
import type { LiveCall } from '@/realtime/session/LiveCall'
import { clock } from '@/ui/format'
import classes from './CallHeader.module.css'
import { useSampled } from './useSampled'

/** The call's own clock, as in the transcript and the recording. */
export function CallTime({ call, view: { status, ended } }: { call: LiveCall; view: CallView }) {
  const nowMs = useSampled(() => call.nowMs, 500, status !== 'ended')
  return (
    <span className={classes.time} role="timer" aria-label="Time in the call">
      {clock(ended?.atMs ?? nowMs)}
    </span>
  )
}
