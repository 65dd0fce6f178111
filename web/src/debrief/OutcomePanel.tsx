import type { Debrief } from '@/api/types'
import { OutcomeMark } from '@/ui/OutcomeMark'
import { ScoreLetter } from '@/ui/ScoreLetter'
import { EvidenceButton } from './EvidenceButton'
import classes from './OutcomePanel.module.css'

export function OutcomePanel({ debrief }: { debrief: Debrief }) {
  const { outcome, overall, letter, overallBecause } = debrief
  const status = outcome.status ?? 'notJudged'
  return (
    <section aria-labelledby="outcome" className={classes.outcome}>
      <div className={classes.what}>
        <p className={classes.kicker}>Outcome</p>
        <h2 id="outcome" className={classes.status}>
          <OutcomeMark status={status} size={34} />
        </h2>
        <p className={classes.because}>{outcome.because}</p>
        <ul className={classes.items}>
          {outcome.items.map((item) => (
            <li key={item.id}>
              <OutcomeMark status={item.reached ? 'reached' : 'missed'} hideWord />
              <span>
                {item.text}
                {item.evidence && (
                  <span className={classes.evidence}>
                    <EvidenceButton evidence={item.evidence}>Hear it</EvidenceButton>
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <div className={classes.score}>
        <ScoreLetter letter={letter} score={overall} size="large" />
        <p className={classes.points}>{overall === null ? 'Not judged' : `${overall} of 100`}</p>
        <p className={classes.because}>{overallBecause}</p>
      </div>
    </section>
  )
}
