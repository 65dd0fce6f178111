import { Link } from 'react-router'
import type { ScenarioCard as Card } from '@/api/types'
import { DifficultyMark } from '@/ui/DifficultyMark'
import { count } from '@/ui/format'
import { ScoreLetter } from '@/ui/ScoreLetter'
import { words } from '@/ui/words'
import classes from './ScenarioCard.module.css'

export function ScenarioCard({ card }: { card: Card }) {
  return (
    <article className={classes.card}>
      <div className={classes.labels}>
        <span>{words.type[card.type]}</span>
        <DifficultyMark difficulty={card.difficulty} />
      </div>
      <h3 className={classes.title}>
        {/* The link's area is the whole card. */}
        <Link to={`/scenarios/${card.id}`} className={classes.link}>
          {card.title}
        </Link>
      </h3>
      <p className={classes.summary}>{card.summary}</p>
      <p className={classes.patient}>
        <strong>
          {card.patientName}, {card.patientAge}
        </strong>
        <span>{card.patientManner}</span>
      </p>
      <div className={classes.foot}>
        <span>about {card.expectedMinutes} min</span>
        {card.attempts === 0 ? (
          <span>not tried yet</span>
        ) : (
          <span className={classes.best}>
            {count(card.attempts, 'attempt')}
            {card.bestLetter && (
              <>
                , best <ScoreLetter letter={card.bestLetter} score={card.bestScore} size="small" />
              </>
            )}
          </span>
        )}
      </div>
    </article>
  )
}
