import type { Improvement, MissedChance } from '@/api/types'
import { Panel } from '@/ui/Panel'
import { words } from '@/ui/words'
import { EvidenceButton } from './EvidenceButton'
import classes from './Lists.module.css'
import { SaidAndBetter } from './OneChange'

/** What else could have gone better, after the one thing. */
export function MissedChances({ chances, others }: { chances: readonly MissedChance[]; others: readonly Improvement[] }) {
  if (chances.length + others.length === 0) return null
  return (
    <Panel title="Missed chances">
      <ul className={classes.list}>
        {others.map((other) => (
          <li key={other.text}>
            <p className={classes.kind}>{words.category[other.category]}</p>
            <p className={classes.what}>{other.text}</p>
            {other.evidence && <EvidenceButton evidence={other.evidence} />}
            <SaidAndBetter better={other.better} />
            <p className={classes.soft}>{other.why}</p>
          </li>
        ))}
        {chances.map((chance) => (
          <li key={chance.what}>
            <p className={classes.kind}>{words.missed[chance.kind]}</p>
            <p className={classes.what}>{chance.what}</p>
            {chance.evidence && <EvidenceButton evidence={chance.evidence} />}
            <SaidAndBetter better={chance.better} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
