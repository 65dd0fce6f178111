import type { ScenarioBriefing } from '@/api/types'
import { duration } from '@/ui/format'
import { Panel } from '@/ui/Panel'
import { practiceRole } from '../callWords'
import classes from './Briefing.module.css'

/** Who calls, what the trainee knows, and what counts as done. */
export function Briefing({ briefing: { card, situation, role, targetSeconds, doneWhen } }: { briefing: ScenarioBriefing }) {
  return (
    <>
      <Panel title={`${card.patientName}, ${card.patientAge}`} tone="plain">
        <p className={classes.text}>{card.patientManner}</p>
      </Panel>
      <Panel title="Where you are">
        <p className={classes.text}>{situation}</p>
        <p className={classes.small}>
          You are: {practiceRole[role]}. A good call takes about {duration(targetSeconds * 1000)}.
        </p>
      </Panel>
      <Panel title="The call is a success when">
        <ul className={classes.list}>
          {doneWhen.map((outcome) => (
            <li key={outcome}>{outcome}</li>
          ))}
        </ul>
      </Panel>
    </>
  )
}
