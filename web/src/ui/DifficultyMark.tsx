import type { Difficulty } from '@/api/types'
import classes from './DifficultyMark.module.css'
import { words } from './words'

export const difficulties: readonly Difficulty[] = ['beginner', 'intermediate', 'advanced', 'expert']

/** The word, and as many filled steps as the level is high. */
export function DifficultyMark({ difficulty }: { difficulty: Difficulty }) {
  const level = difficulties.indexOf(difficulty)
  return (
    <span className={classes.mark}>
      <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true" focusable="false">
        {difficulties.map((step, n) => (
          <rect key={step} x={n * 6} y={11 - n * 3.4} width="4" height={5 + n * 3.4} rx="1.2" className={n <= level ? classes.filled : classes.hollow} />
        ))}
      </svg>
      {words.difficulty[difficulty]}
    </span>
  )
}
