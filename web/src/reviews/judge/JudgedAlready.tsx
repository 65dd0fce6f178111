import type { Judgement } from '@/api/types'
import { words } from '@/ui/words'
import { Comments } from './Comments'
import classes from './JudgePanel.module.css'

/** A judgement that was handed in. */
export function JudgedAlready({ judgement: { scores, comments }, play }: { judgement: Judgement; play: (atMs: number) => void }) {
  return (
    <>
      {scores.length === 0 && comments.length === 0 && <p className={classes.soft}>Agrees with what was worked out.</p>}
      {scores.length > 0 && (
        <ul className={classes.comments} aria-label="Scores">
          {scores.map(({ category, score, reason }) => (
            <li key={category} className={classes.words}>
              {words.category[category]}: {score}. {reason}
            </li>
          ))}
        </ul>
      )}
      <Comments comments={comments} play={play} />
    </>
  )
}
