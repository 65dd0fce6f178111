import { Button, Checkbox, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { Judgement, ReviewShare, ReviewSummary } from '@/api/types'
import { clock, count } from '@/ui/format'
import { ProblemNote } from '@/ui/ProblemNote'
import { StaffSelect } from '../StaffSelect'
import classes from './SharePanel.module.css'
import { useShare } from './useShare'

interface Props {
  review: ReviewSummary
  /** Absent where it is not shared yet. */
  share: ReviewShare | undefined
  /** Absent where this coach has not handed in a judgement. */
  judgement: Judgement | undefined
  done: () => void
}

/** With whom, and what of one's own judgement goes along. */
export function ShareForm({ review, share, judgement, done }: Props) {
  const known = review.staffId ?? share?.staffId ?? null
  const { comments, scores } = judgement ?? { comments: [], scores: [] }
  const [staffId, setStaffId] = useState(known)
  const [note, setNote] = useState(share?.words?.note ?? '')
  const [withScores, setWithScores] = useState(scores.length > 0)
  const [chosen, setChosen] = useState(() => comments.map((_, index) => index))
  const { share: send } = useShare(review.id)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (staffId) send.mutate({ staffId, note: note.trim(), scores: withScores, comments: chosen }, { onSuccess: done })
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      {known === null ? (
        <StaffSelect label="Who took the call" placeholder="Choose" value={staffId} change={setStaffId} />
      ) : (
        <p className={classes.soft}>{share?.staffName ?? review.staffName ?? 'The member of staff'} reads and hears the call with identifiers masked, its moments and its scorecard.</p>
      )}
      <Textarea label="A word to them" description="Name no caller." rows={2} resize="vertical" maxLength={1000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      {!judgement && <p className={classes.soft}>Your scores and comments can go along once you have handed in your judgement. Judgements of other coaches never do.</p>}
      {scores.length > 0 && <Checkbox label={`With your ${count(scores.length, 'score')} and why`} checked={withScores} onChange={(event) => setWithScores(event.currentTarget.checked)} />}
      {comments.map((comment, index) => (
        <Checkbox
          key={`${comment.atMs}-${comment.text}`}
          label={`${clock(comment.atMs)} ${comment.kind === 'strength' ? 'Strength: ' : ''}${comment.text}`}
          checked={chosen.includes(index)}
          onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, index] : chosen.filter((one) => one !== index))}
        />
      ))}
      {send.isError && <ProblemNote problem={send.error} />}
      <div className={classes.ways}>
        <Button type="submit" disabled={!staffId} loading={send.isPending}>
          Share it
        </Button>
        {share && (
          <Button variant="subtle" onClick={done}>
            Leave it as it is
          </Button>
        )}
      </div>
    </form>
  )
}
