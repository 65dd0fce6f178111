import { memo, useMemo, useRef, useState } from 'react'
import type { ReviewLine, ReviewMark } from '@/api/types'
import { useFollow } from '@/debrief/useFollow'
import { happenedIn } from './markWords'
import classes from './ReviewTranscript.module.css'
import { ReviewTranscriptLine } from './ReviewTranscriptLine'

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
export const ReviewTranscript = memo(function ReviewTranscript({ correctIn, lines, marks, current, playing, play }: Props) {
  const [correcting, setCorrecting] = useState<number | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const happened = useMemo(() => happenedIn(marks), [marks])
  useFollow(list, current, playing)
  if (lines.length === 0) return <p className={classes.nothing}>No words were recognised in this recording.</p>
  return (
    // Scrolls by itself, so it has to be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ol ref={list} className={classes.lines} aria-label="Transcript" tabIndex={0}>
      {lines.map((line) => (
        <ReviewTranscriptLine
          key={line.number}
          line={line}
          happened={happened.get(line.number)}
          isCurrent={line.number === current}
          play={play}
          correctIn={correctIn}
          isCorrecting={correcting === line.number}
          correct={setCorrecting}
        />
      ))}
    </ol>
  )
})
