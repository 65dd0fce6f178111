import classes from './ScoreLetter.module.css'

interface Props {
  letter: string | null
  score: number | null
  size?: 'small' | 'medium' | 'large'
}

/** A score as people read it: a letter first. Nothing here is red; a low letter is not an alarm. */
export function ScoreLetter({ letter, score, size = 'medium' }: Props) {
  const spoken = letter === null ? 'Not judged' : `${letter}, ${score} of 100`
  return (
    <span className={classes.letter} data-size={size} data-letter={letter?.charAt(0)} role="img" aria-label={spoken} title={spoken}>
      {letter ?? '–'}
    </span>
  )
}

export function ScoreBar({ score }: { score: number | null }) {
  return (
    <span className={classes.track} aria-hidden="true">
      {score !== null && <span className={classes.bar} style={{ width: `${score}%` }} />}
    </span>
  )
}
