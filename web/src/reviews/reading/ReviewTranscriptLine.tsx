import { IconPencil } from '@tabler/icons-react'
import { memo } from 'react'
import type { ReviewLine } from '@/api/types'
import { lineId } from '@/debrief/moments'
import { clock } from '@/ui/format'
import { CorrectLine } from '../correct/CorrectLine'
import { speakers } from '../speakers'
import classes from './ReviewTranscript.module.css'

interface Props {
  line: ReviewLine
  /** In words; absent where nothing did. */
  happened: string | undefined
  isCurrent: boolean
  /** Absent where there is no sound. */
  play: ((atMs: number) => void) | undefined
  /** The recording whose lines can be put right; absent where who reads may not. */
  correctIn: string | undefined
  isCorrecting: boolean
  /** Opens the form for a line; null closes it. */
  correct: (number: number | null) => void
}

/** One of a thousand and more: drawn anew only when something about itself has changed, and of plain elements. */
export const ReviewTranscriptLine = memo(function ReviewTranscriptLine({ line, happened, isCurrent, play, correctIn, isCorrecting, correct }: Props) {
  const classesOf = [happened, line.confidence < 0.3 && 'hard to hear', line.corrected && 'corrected'].filter(Boolean).join(', ')
  return (
    <li className={classes.row}>
      <button type="button" id={lineId(line.number)} className={classes.line} data-speaker={line.speaker} aria-current={isCurrent} disabled={!play} onClick={() => play?.(line.startMs)}>
        <span className={classes.who}>
          {speakers[line.speaker]} <span className={classes.time}>{clock(line.startMs)}</span>
        </span>
        <span className={classes.text}>{line.text}</span>
        {classesOf && <span className={classes.classes}>{classesOf}</span>}
      </button>
      {correctIn && (
        <button type="button" className={classes.pencil} aria-label={`Correct what was said at ${clock(line.startMs)}`} aria-expanded={isCorrecting} onClick={() => correct(isCorrecting ? null : line.number)}>
          <IconPencil size={18} aria-hidden />
        </button>
      )}
      {correctIn && isCorrecting && (
        <div className={classes.below}>
          <CorrectLine reviewId={correctIn} number={line.number} done={() => correct(null)} />
        </div>
      )}
    </li>
  )
})
