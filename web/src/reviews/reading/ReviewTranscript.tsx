import { useEffect, useRef } from 'react'
import type { ReviewLine, ReviewMark } from '@/api/types'
import { lineId } from '@/debrief/moments'
import { clock } from '@/ui/format'
import { markWords } from './markWords'
import classes from './ReviewTranscript.module.css'

interface Props {
  lines: readonly ReviewLine[]
  marks: readonly ReviewMark[]
  /** The line being heard. */
  current: number | null
  playing: boolean
  /** Absent where there is no sound. */
  play: ((atMs: number) => void) | undefined
}

const who = { staff: 'Staff', caller: 'Caller', unknown: 'Somebody' } satisfies Record<ReviewLine['speaker'], string>

/** Everything said, in step with the sound: a click on a line plays it, the line being heard is marked. */
export function ReviewTranscript({ lines, marks, current, playing, play }: Props) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const box = list.current
    const line = box?.querySelector<HTMLElement>('[aria-current="true"]')
    if (!playing || !box || !line) return
    // Within the transcript only: the page itself never moves by itself.
    const seen = box.getBoundingClientRect()
    const { top, bottom } = line.getBoundingClientRect()
    if (top < seen.top || bottom > seen.bottom) box.scrollTo({ top: box.scrollTop + top - seen.top - seen.height / 3 })
  }, [current, playing])
  if (lines.length === 0) return <p className={classes.nothing}>No words were recognised in this recording.</p>
  return (
    // Scrolls by itself, so it has to be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ol ref={list} className={classes.lines} aria-label="Transcript" tabIndex={0}>
      {lines.map((line) => (
        <li key={line.number}>
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
              {who[line.speaker]} <span className={classes.time}>{clock(line.startMs)}</span>
            </span>
            <span className={classes.text}>{line.text}</span>
            <Classes marks={marks.filter((mark) => mark.line === line.number)} unsure={line.confidence < 0.3} />
          </button>
        </li>
      ))}
    </ol>
  )
}

function Classes({ marks, unsure }: { marks: readonly ReviewMark[]; unsure: boolean }) {
  const said = [...new Set(marks.map((mark) => markWords[mark.kind])), ...(unsure ? ['hard to hear'] : [])]
  return said.length === 0 ? null : <span className={classes.classes}>{said.join(', ')}</span>
}
