import type { Observation } from '@/api/types'
import { Panel } from '@/ui/Panel'
import { EvidenceList } from './EvidenceButton'
import classes from './Strengths.module.css'

export function Strengths({ strengths }: { strengths: readonly Observation[] }) {
  return (
    <Panel title="What went well" tone="trainee">
      {strengths.length === 0 && <p className={classes.none}>Nothing stood out this time. You finished the call; that is where it starts.</p>}
      <ul className={classes.list}>
        {strengths.map((strength) => (
          <li key={strength.text}>
            <p className={classes.text}>{strength.text}</p>
            <EvidenceList evidence={strength.evidence} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
