import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import type { Judgement, ReviewReading } from '@/api/types'
import { ProblemNote } from '@/ui/ProblemNote'
import { words } from '@/ui/words'
import { CommentForm } from './CommentForm'
import { Comments } from './Comments'
import classes from './JudgePanel.module.css'
import { ScoreField } from './ScoreField'

interface Props {
  reading: ReviewReading
  first: Judgement
  atMs: number
  play: (atMs: number) => void
}

/** Scores where one differs from what was worked out, each with its reason; comments and strengths at moments. Kept until it is handed in. */
export function JudgeForm({ reading: { review, lines, debrief }, first, atMs, play }: Props) {
  const [judgement, setJudgement] = useState(first)
  const [asked, setAsked] = useState(false)
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: async (handIn: boolean) => body(await api.PUT('/api/reviews/{id}/judgement', { params: { path: { id: review.id } }, body: { judgement, handIn } })),
    onSuccess: (kept, handIn) => {
      client.setQueryData(queries.judgements(review.id).queryKey, kept)
      if (handIn) void Promise.all([queries.calibrations(), queries.myNotice()].map(({ queryKey }) => client.invalidateQueries({ queryKey })))
    },
  })
  const { scores, comments } = judgement
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(false)
      }}
    >
      <div className={classes.scores}>
        {(debrief?.categories ?? []).map(({ category, score }) => (
          <ScoreField
            key={category}
            label={words.category[category]}
            workedOut={score}
            judged={scores.find((one) => one.category === category)}
            change={(to) => setJudgement({ ...judgement, scores: [...scores.filter((one) => one.category !== category), ...(to ? [{ category, ...to }] : [])] })}
          />
        ))}
      </div>
      <Comments comments={comments} play={play} remove={(gone) => setJudgement({ ...judgement, comments: comments.filter((one) => one !== gone) })} />
      <CommentForm lines={lines} atMs={atMs} add={(comment) => setJudgement({ ...judgement, comments: [...comments, comment].sort((a, b) => a.atMs - b.atMs) })} />
      {save.isError && <ProblemNote problem={save.error} />}
      <div className={classes.ways}>
        <Button type="submit" variant="default" loading={save.isPending}>
          Keep it for now
        </Button>
        {asked ? (
          <>
            <Button loading={save.isPending} onClick={() => save.mutate(true)}>
              Hand it in for good
            </Button>
            <Button variant="subtle" onClick={() => setAsked(false)}>
              Not yet
            </Button>
          </>
        ) : (
          <Button onClick={() => setAsked(true)}>Hand it in</Button>
        )}
        <span role="status" className={classes.soft}>
          {save.isSuccess && 'Kept.'}
        </span>
      </div>
    </form>
  )
}
