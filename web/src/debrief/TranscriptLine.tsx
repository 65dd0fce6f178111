import type { CallDetail, TranscriptLine as Line } from '@/api/types'
import { clock } from '@/ui/format'
import { AddPhrasing } from './AddPhrasing'
import { lineId } from './moments'
import classes from './TranscriptLine.module.css'

interface Props {
  line: Line
  call: CallDetail
  isCurrent: boolean
  isMisunderstood: boolean
  mayAddPhrasing: boolean
  /** "You", or the name where it is somebody else's call. */
  trainee: string
  /** Absent where there is no recording. */
  play: ((atMs: number) => void) | undefined
}

export function TranscriptLine({ line, call, isCurrent, isMisunderstood, mayAddPhrasing, trainee, play }: Props) {
  const who = { trainee, patient: call.summary.patientName, supervisor: 'Supervisor' }[line.party]
  const marks = [
    line.typed && 'typed',
    line.cutOff && 'cut off',
    isMisunderstood && 'the patient did not understand this',
    line.party === 'trainee' && !line.typed && line.confidence < 0.5 && 'hard to hear',
  ].filter(Boolean)
  const content = (
    <>
      <span className={classes.who}>
        {who} <span className={classes.time}>{clock(line.startMs)}</span>
      </span>
      <span className={classes.text}>
        {line.text}
        {line.cutOff && ' —'}
      </span>
      {marks.length > 0 && <span className={classes.marks}>{marks.join(', ')}</span>}
    </>
  )
  const shared = { id: lineId(line.utterance), className: classes.line, 'data-party': line.party, 'aria-current': isCurrent }
  return (
    <div className={classes.row}>
      {play ? (
        <button type="button" {...shared} onClick={() => play(line.startMs)}>
          {content}
        </button>
      ) : (
        <div {...shared} tabIndex={-1}>
          {content}
        </div>
      )}
      {mayAddPhrasing && isMisunderstood && <AddPhrasing callId={call.summary.id} line={line} patientName={call.summary.patientName} />}
    </div>
  )
}
