import { Button, CloseButton } from '@mantine/core'
import type { CoachComment } from '@/api/types'
import { clock } from '@/ui/format'
import classes from './JudgePanel.module.css'

interface Props {
  comments: readonly CoachComment[]
  play: (atMs: number) => void
  /** Absent where it was handed in. */
  remove?: (comment: CoachComment) => void
}

/** In the order of time; a click plays the moment. */
export function Comments({ comments, play, remove }: Props) {
  if (comments.length === 0) return null
  return (
    <ol className={classes.comments} aria-label="Comments">
      {comments.map((comment) => (
        <li key={`${comment.atMs}-${comment.text}`} data-kind={comment.kind} className={classes.comment}>
          <Button size="compact-sm" variant="subtle" aria-label={`Play ${clock(comment.atMs)}`} onClick={() => play(comment.atMs)}>
            {clock(comment.atMs)}
          </Button>
          <span className={classes.words}>
            {comment.kind === 'strength' && <strong>Strength: </strong>}
            {comment.text}
          </span>
          {remove && <CloseButton aria-label={`Remove the comment at ${clock(comment.atMs)}`} onClick={() => remove(comment)} />}
        </li>
      ))}
    </ol>
  )
}
