import type { IdealComparison } from '@/api/types'
import { Panel } from '@/ui/Panel'
import { ScoreBar } from '@/ui/ScoreLetter'
import { EvidenceButton } from './EvidenceButton'
import classes from './IdealPanel.module.css'
import lists from './Lists.module.css'
import { SaidAndBetter } from './OneChange'

/** The call beside how an expert would have handled it. */
export function IdealPanel({ ideal }: { ideal: IdealComparison }) {
  return (
    <Panel title="Beside the ideal handling">
      <div className={classes.head}>
        <p className={classes.alignment}>{ideal.alignment} % alike</p>
        <span className={classes.bar}>
          <ScoreBar score={ideal.alignment} />
        </span>
        <p className={lists.soft}>{ideal.because}</p>
      </div>
      {ideal.differences.length > 0 && (
        <ul className={lists.list}>
          {ideal.differences.map((difference) => (
            <li key={difference.about}>
              <p className={lists.what}>{difference.about}</p>
              {difference.evidence && <EvidenceButton evidence={difference.evidence}>Hear it</EvidenceButton>}
              <SaidAndBetter youSaid={difference.youSaid} better={difference.ideal} betterName="An expert says" />
              <p className={lists.soft}>{difference.why}</p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
