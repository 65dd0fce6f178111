import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconPlayerPlayFilled } from '@tabler/icons-react'
import type { Evidence } from '@/api/types'
import { clock } from '@/ui/format'
import classes from './EvidenceButton.module.css'
import { useMoments } from './moments'

/** The second that a sentence rests on: a click goes there and plays it. */
export function EvidenceButton({ evidence, children }: { evidence: Evidence; children?: string }) {
  const { canPlay, show } = useMoments()
  const Icon = canPlay ? IconPlayerPlayFilled : IconArrowDown
  return (
    <UnstyledButton className={classes.evidence} onClick={() => show(evidence.utterance, evidence.atMs)}>
      <Icon size={14} aria-hidden className={classes.icon} />
      <span>
        {children ?? <q className={classes.quote}>{evidence.quote}</q>} <span className={classes.time}>{clock(evidence.atMs)}</span>
      </span>
    </UnstyledButton>
  )
}

export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null
  return (
    <ul className={classes.list}>
      {evidence.map((one) => (
        <li key={`${one.utterance}-${one.atMs}`}>
          <EvidenceButton evidence={one} />
        </li>
      ))}
    </ul>
  )
}
