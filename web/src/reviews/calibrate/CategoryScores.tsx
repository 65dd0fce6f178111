import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import type { CalibrationCategory } from '@/api/types'
import { when } from '@/ui/format'
import { words } from '@/ui/words'
import { AgreeForm } from './AgreeForm'
import classes from './Calibrate.module.css'

interface Props {
  calibrationId: string
  callId: string
  scores: CalibrationCategory
}

/** What each coach gave in one category and why, and the score that they settled on. */
export function CategoryScores({ calibrationId, callId, scores: { category, workedOut, scores, spread, agreed } }: Props) {
  const [agreeing, setAgreeing] = useState(false)
  const name = words.category[category]
  const id = useId()
  return (
    <section aria-labelledby={id} className={classes.category}>
      <h3 id={id} className={classes.name}>
        {name}
        <span className={classes.soft}>
          {' '}
          {spread === 0 ? 'all the same' : `${spread} points apart`}, worked out: {workedOut ?? 'not judged'}
        </span>
      </h3>
      <ul className={classes.scores} aria-label={`Scores for ${name}`}>
        {scores.map(({ coachName, score, reason }) => (
          <li key={coachName} className={classes.score}>
            <strong>
              {coachName}: {score}
            </strong>
            <span>{reason ?? 'Left as it was worked out.'}</span>
          </li>
        ))}
      </ul>
      {agreed && (
        <p className={classes.agreed}>
          <strong>Agreed: {agreed.score}.</strong> {agreed.reason}{' '}
          <span className={classes.soft}>
            {agreed.by}, {when(agreed.at)}
          </span>
        </p>
      )}
      {agreeing ? (
        <AgreeForm calibrationId={calibrationId} callId={callId} category={category} first={agreed} done={() => setAgreeing(false)} />
      ) : (
        <div>
          <Button size="compact-sm" variant="default" onClick={() => setAgreeing(true)} aria-label={`${agreed ? 'Change' : 'Note'} the agreed score: ${name}`}>
            {agreed ? 'Change the agreed score' : 'Note an agreed score'}
          </Button>
        </div>
      )}
    </section>
  )
}
