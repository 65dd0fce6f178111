import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Improvement, MissedChance } from '@/api/types'
import { Panel } from '@/ui/Panel'
import { count } from '@/ui/format'
import { words } from '@/ui/words'
import { EvidenceButton } from './EvidenceButton'
import classes from './Lists.module.css'
import { SaidAndBetter } from './OneChange'

/** What else could have gone better, after the one thing. */
export function MissedChances({ chances, others }: { chances: readonly MissedChance[]; others: readonly Improvement[] }) {
  const [all, setAll] = useState(false)
  const entries: Entry[] = [
    ...others.map((other) => ({
      kind: words.category[other.category],
      what: other.text,
      youSaid: other.youSaid,
      better: other.better,
      why: other.why,
      effect: other.effect,
      evidence: other.evidence,
    })),
    ...chances.map((chance) => ({
      kind: words.missed[chance.kind],
      what: chance.what,
      youSaid: '',
      better: chance.better,
      why: '',
      effect: `About ${count(chance.howMuch, 'point')} of the category.`,
      evidence: chance.evidence,
    })),
  ]
  if (entries.length === 0) return null
  const shown = all ? entries : entries.slice(0, enoughAtOnce)
  return (
    <Panel title="Missed chances">
      <ul className={classes.list}>
        {shown.map((entry) => (
          <li key={`${entry.kind} ${entry.what}`}>
            <p className={classes.kind}>{entry.kind}</p>
            <p className={classes.what}>{entry.what}</p>
            {entry.evidence && (entry.youSaid ? <EvidenceButton evidence={entry.evidence}>Hear it</EvidenceButton> : <EvidenceButton evidence={entry.evidence} />)}
            <SaidAndBetter youSaid={entry.youSaid} better={entry.better} />
            {entry.why && <p className={classes.soft}>{entry.why}</p>}
            {entry.effect && <p className={classes.soft}>What it would change: {entry.effect}</p>}
          </li>
        ))}
      </ul>
      {shown.length < entries.length && (
        <div>
          <Button variant="default" onClick={() => setAll(true)}>
            Show {entries.length - shown.length} more
          </Button>
        </div>
      )}
    </Panel>
  )
}

// More than this at once and nobody reads any of it.
const enoughAtOnce = 3

interface Entry {
  kind: string
  what: string
  youSaid: string
  better: string
  why: string
  effect: string
  evidence: Improvement['evidence']
}
