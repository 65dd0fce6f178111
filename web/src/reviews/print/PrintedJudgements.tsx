import type { CallJudgements } from '@/api/types'
import { clock } from '@/ui/format'
import classes from './Print.module.css'

/** What coaches made of the call, as far as who prints it may read that. */
export function PrintedJudgements({ judgements, names }: { judgements: CallJudgements; names: Record<string, string> }) {
  const given = [judgements.mine, ...judgements.others].filter(({ judgement }) => judgement.scores.length > 0 || judgement.comments.length > 0)
  if (given.length === 0) return null
  return (
    <>
      <h2>Judgements</h2>
      {given.map(({ coachName, handedInAt, judgement }) => (
        <section key={coachName} className={classes.judgement}>
          <h3>
            {coachName}
            {handedInAt === null && ' (not handed in yet)'}
          </h3>
          <ul>
            {judgement.scores.map((score) => (
              <li key={score.category}>
                {names[score.category]}: {score.score}. {score.reason}
              </li>
            ))}
            {judgement.comments.map((comment) => (
              <li key={`${comment.atMs}-${comment.text}`}>
                {clock(comment.atMs)} {comment.kind === 'strength' && <strong>Strength</strong>} {comment.text}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
