import { IconAlertTriangle, IconBulb, IconThumbUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { Cue } from '@/realtime/session/callView'
import type { LiveCall } from '@/realtime/session/LiveCall'
import classes from './CuePlace.module.css'
import { useCue } from './useCue'

const looks = {
  praise: { word: 'Well done', icon: IconThumbUp },
  suggestion: { word: 'Try this', icon: IconBulb },
  warning: { word: 'Careful', icon: IconAlertTriangle },
}

/** One cue at a time, in one place that is always kept free for it. In quiet mode there is none; the debrief has what they were about. */
export function CuePlace({ call, cues, quiet = false }: { call: LiveCall; cues: readonly Cue[]; quiet?: boolean }) {
  const [held, setHeld] = useState(false)
  const cue = useCue(cues, () => call.nowMs, held)
  return (
    <div className={classes.place} role="status" aria-label="Cue">
      {quiet && <p className={classes.quiet}>Quiet mode: cues wait for the debrief.</p>}
      {!quiet && cue && <CueCard key={cue.seq} cue={cue} hold={setHeld} />}
    </div>
  )
}

function CueCard({ cue, hold }: { cue: Cue; hold: (held: boolean) => void }) {
  const [open, setOpen] = useState(false)
  const { word, icon: Icon } = looks[cue.kind]
  const rest = (resting: boolean) => {
    setOpen(resting)
    hold(resting)
  }
  return (
    <button
      type="button"
      className={classes.cue}
      data-kind={cue.kind}
      aria-expanded={open}
      onMouseEnter={() => rest(true)}
      onMouseLeave={() => rest(false)}
      onFocus={() => rest(true)}
      onBlur={() => rest(false)}
      onClick={() => rest(!open)}
    >
      <Icon size={24} aria-hidden className={classes.icon} />
      <span className={classes.text}>
        <span className={classes.word}>{word}: </span>
        {cue.text}
        {open && <span className={classes.reason}>{cue.reason}</span>}
      </span>
    </button>
  )
}
