import type { BlockerResult } from '@/api/types'
import { Panel } from '@/ui/Panel'
import { words } from '@/ui/words'
import { EvidenceButton } from './EvidenceButton'
import classes from './Lists.module.css'
import { SaidAndBetter } from './OneChange'

/** Rules that must hold in every call. Only what was broken is worth a panel. */
export function Blockers({ blockers }: { blockers: readonly BlockerResult[] }) {
  const broken = blockers.filter((blocker) => blocker.broken)
  if (broken.length === 0) return null
  return (
    <Panel title={broken.length === 1 ? 'A rule was broken' : `${broken.length} rules were broken`}>
      <ul className={classes.list}>
        {broken.map((blocker) => (
          <li key={blocker.blockerId}>
            <p className={classes.what}>
              {words.blocker[blocker.kind]}. <span className={classes.soft}>The rule: {blocker.text}.</span>
            </p>
            {blocker.evidence && <EvidenceButton evidence={blocker.evidence} />}
            {blocker.better && <SaidAndBetter better={blocker.better} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
