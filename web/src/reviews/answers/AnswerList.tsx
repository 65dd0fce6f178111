import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ReviewAnswer } from '@/api/types'
import { when } from '@/ui/format'
import classes from './Answers.module.css'
import { aboutWords, answerStates } from './answerWords'

interface Props {
  answers: readonly ReviewAnswer[]
  play: (atMs: number) => void
  /** Below an answer that no coach has replied to. */
  unanswered?: (answer: ReviewAnswer) => ReactNode
}

/** What the member of staff answered and how coaches replied, the earliest first. */
export function AnswerList({ answers, play, unanswered }: Props) {
  if (answers.length === 0) return null
  return (
    <ol className={classes.answers} aria-label="Answers">
      {answers.map((answer) => (
        <li key={answer.id} className={classes.answer} data-state={answer.state}>
          <div className={classes.head}>
            <strong>{aboutWords(answer)}</strong>
            {answer.state !== 'said' && <span className={classes.state}>{answerStates[answer.state]}</span>}
            {answer.atMs !== null && (
              <Button size="compact-sm" variant="subtle" onClick={() => play(answer.atMs ?? 0)}>
                Play it
              </Button>
            )}
          </div>
          <p className={classes.text}>{answer.text}</p>
          <span className={classes.soft}>
            {answer.staffName}, {when(answer.at)}
          </span>
          {answer.reply ? (
            <div className={classes.reply}>
              <p className={classes.text}>{answer.reply.text}</p>
              {answer.reply.score !== null && <p className={classes.text}>The score is {answer.reply.score} from now on.</p>}
              <span className={classes.soft}>
                {answer.repliedBy}, {answer.repliedAt && when(answer.repliedAt)}
              </span>
            </div>
          ) : (
            unanswered?.(answer)
          )}
        </li>
      ))}
    </ol>
  )
}
