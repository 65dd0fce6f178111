import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { ReviewLine, ReviewMark } from '@/api/types'
import { lineId } from '@/debrief/moments'
import { useFollow } from '@/debrief/useFollow'
import { clock } from '@/ui/format'
import { CorrectLine } from '../correct/CorrectLine'
import { speakers } from '../speakers'
import { markWords } from './markWords'
import classes from './ReviewTranscript.module.css'

interface Props {
  /** The recording whose lines can be put right; absent where who reads may not. */
  correctIn?: string
  lines: readonly ReviewLine[]
  marks: readonly ReviewMark[]
  /** The line being heard. */
  current: number | null
  playing: boolean
  /** Absent where there is no sound. */
  play: ((atMs: number) => void) | undefined
}

/** Everything said, in step with the sound: a click on a line plays it, the line being heard is marked. */
export function ReviewTranscript({ correctIn, lines, marks, current, playing, play }: Props) {
  const [correcting, setCorrecting] = useState<number | null>(null)
  const list = useRef<HTMLOListElement>(null)
  useFollow(list, current, playing)
  if (lines.length === 0) return <p className={classes.nothing}>No words were recognised in this recording.</p>
  return (
    // Scrolls by itself, so it has to be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ol ref={list} className={classes.lines} aria-label="Transcript" tabIndex={0}>
      {lines.map((line) => (
        <li key={line.number} className={classes.row}>
          <button
            type="button"
            id={lineId(line.number)}
            className={classes.line}
            data-speaker={line.speaker}
            aria-current={line.number === current}
            disabled={!play}
            onClick={() => play?.(line.startMs)}
          >
            <span className={classes.who}>
              {speakers[line.speaker]} <span className={classes.time}>{clock(line.startMs)}</span>
            </span>
            <span className={classes.text}>{line.text}</span>
            <Classes marks={marks.filter((mark) => mark.line === line.number)} unsure={line.confidence < 0.3} corrected={line.corrected} />
          </button>
          {correctIn && (
            <ActionIcon variant="subtle" className={classes.pencil} aria-label={`Correct what was said at ${clock(line.startMs)}`} aria-expanded={correcting === line.number} onClick={() => setCorrecting(correcting === line.number ? null : line.number)}>
              <IconPencil size={18} aria-hidden />
            </ActionIcon>
          )}
          {correctIn && correcting === line.number && (
            <div className={classes.below}>
              <CorrectLine reviewId={correctIn} number={line.number} done={() => setCorrecting(null)} />
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

function Classes({ marks, unsure, corrected }: { marks: readonly ReviewMark[]; unsure: boolean; corrected: boolean }) {
  const said = [...new Set(marks.map((mark) => markWords[mark.kind])), ...(unsure ? ['hard to hear'] : []), ...(corrected ? ['corrected'] : [])]
  return said.length === 0 ? null : <span className={classes.classes}>{said.join(', ')}</span>
}
