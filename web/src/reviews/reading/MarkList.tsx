import { Button } from '@mantine/core'
import { memo, useState } from 'react'
import type { ReviewLine, ReviewMark } from '@/api/types'
import { clock } from '@/ui/format'
import { MakePractice } from '../practice/MakePractice'
import { markWords } from './markWords'
import classes from './MarkList.module.css'

const few = 6

interface Props {
  marks: readonly ReviewMark[]
  lines: readonly ReviewLine[]
  play: (atMs: number, untilMs?: number) => void
  /** Absent where nobody knows who speaks, so that no patient can be made of the caller. */
  practiseIn?: string | undefined
}

/** The moments of the call in the order of time; a click plays one. */
export const MarkList = memo(function MarkList({ marks, lines, play, practiseIn }: Props) {
  const [all, setAll] = useState(false)
  if (marks.length === 0) return <p className={classes.none}>Nothing stood out in this call.</p>
  const shown = all ? marks : marks.slice(0, few)
  const keys = keysOf(shown)
  return (
    <>
      <ol className={classes.marks} aria-label="Moments">
        {shown.map((mark, index) => (
          <li key={keys[index]} data-kind={mark.kind} className={classes.mark}>
            <button type="button" className={classes.moment} onClick={() => play(mark.startMs, mark.endMs + 1_500)}>
              <span className={classes.time}>{clock(mark.startMs)}</span>
              <span>
                <strong>{markWords[mark.kind]}</strong> {mark.text}
              </span>
            </button>
            {mark.better && <p className={classes.better}>Better: {mark.better}</p>}
            <MarkWays mark={mark} lines={lines} practiseIn={practiseIn} />
          </li>
        ))}
      </ol>
      {shown.length < marks.length && (
        <div>
          <Button variant="default" onClick={() => setAll(true)}>
            Show {marks.length - shown.length} more
          </Button>
        </div>
      )}
    </>
  )
})

/** Of what a moment is, not of its words: those change with a correction, while somebody may have the focus on it. */
function keysOf(marks: readonly ReviewMark[]): readonly string[] {
  const seen = new Map<string, number>()
  return marks.map((mark) => {
    const name = `${mark.kind}-${mark.line ?? mark.startMs}`
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return `${name}-${before}`
  })
}

/** A silence belongs to the line that ends it. */
function MarkWays({ mark, lines, practiseIn }: { mark: ReviewMark } & Pick<Props, 'lines' | 'practiseIn'>) {
  const line = mark.line ?? lines.find(({ startMs }) => startMs >= mark.endMs)?.number
  if (!practiseIn || line === undefined) return null
  return (
    <div className={classes.ways}>
      <MakePractice reviewId={practiseIn} line={line} of={`${markWords[mark.kind]} at ${clock(mark.startMs)}`} />
    </div>
  )
}
