import { Button, SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { CoachComment, ReviewLine } from '@/api/types'
import { clock } from '@/ui/format'
import { lineAt } from '../reading/places'
import classes from './JudgePanel.module.css'

/** A comment or a strength, at the moment where the sound is. */
export function CommentForm({ lines, atMs, add }: { lines: readonly ReviewLine[]; atMs: number; add: (comment: CoachComment) => void }) {
  const [text, setText] = useState('')
  const [kind, setKind] = useState<CoachComment['kind']>('comment')
  const line = lineAt(lines, atMs)
  const at = Math.round(atMs)
  return (
    <div className={classes.form}>
      <Textarea label={`At ${clock(at)}`} description={line ? `“${line.text.slice(0, 80)}”` : 'Play to another moment to comment there.'} rows={2} resize="vertical" maxLength={1000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <div className={classes.ways}>
        <SegmentedControl
          aria-label="What it is"
          data={[
            { value: 'comment', label: 'Comment' },
            { value: 'strength', label: 'Strength' },
          ]}
          value={kind}
          onChange={(value) => setKind(value as CoachComment['kind'])}
        />
        <Button
          variant="default"
          disabled={!text.trim()}
          onClick={() => {
            add({ line: line?.number ?? null, atMs: at, kind, text: text.trim() })
            setText('')
          }}
        >
          Add it
        </Button>
      </div>
    </div>
  )
}
