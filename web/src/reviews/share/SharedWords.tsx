import type { SharedWords as Words } from '@/api/types'
import { words } from '@/ui/words'
import { Comments } from '../judge/Comments'
import classes from './SharePanel.module.css'

interface Props {
  words: Words
  play: (atMs: number) => void
  /** What was worked out, to stand beside the coach's score. */
  workedOut?: ReadonlyMap<string, number | null>
}

/** What a coach says about a call to who took it. */
export function SharedWords({ words: { note, scores, comments }, play, workedOut }: Props) {
  return (
    <>
      {note && <p className={classes.note}>{note}</p>}
      {scores.length > 0 && (
        <ul className={classes.list} aria-label="Scores of the coach">
          {scores.map(({ category, score, reason }) => (
            <li key={category}>
              <strong>
                {words.category[category]}: {score}
              </strong>
              {workedOut && ` (worked out: ${workedOut.get(category) ?? 'not judged'})`} {reason}
            </li>
          ))}
        </ul>
      )}
      <Comments comments={comments} play={play} />
    </>
  )
}
