import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { queries } from '@/api/queries'
import { count } from '@/ui/format'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import { AnswerList } from './AnswerList'
import classes from './Answers.module.css'
import { ReplyForm } from './ReplyForm'

/** What the member of staff answered, for a coach to reply to; nothing where there is nothing. */
export const AnswersPanel = memo(function AnswersPanel({ reviewId, play }: { reviewId: string; play: (atMs: number) => void }) {
  const answers = useQuery(queries.answers(reviewId))
  if (answers.isError) return <ProblemNote problem={answers.error} retry={() => void answers.refetch()} />
  if (!answers.data || (answers.data.answers.length === 0 && answers.data.hidden === 0)) return null
  return (
    <Panel title="What was answered">
      {answers.data.hidden > 0 && <p className={classes.soft}>{count(answers.data.hidden, 'answer')}, shown when you have handed in your judgement for the calibration.</p>}
      <AnswerList answers={answers.data.answers} play={play} unanswered={(answer) => <ReplyForm reviewId={reviewId} answer={answer} />} />
    </Panel>
  )
})
