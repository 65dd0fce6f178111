import { Button } from '@mantine/core'
import { IconArrowDown, IconPlayerPlayFilled } from '@tabler/icons-react'
import type { Improvement } from '@/api/types'
import { clock } from '@/ui/format'
import { Panel } from '@/ui/Panel'
import { useMoments } from './moments'
import classes from './OneChange.module.css'

/** One thing, not a list: what was said, what would have been better, why, and the moment to hear. */
export function OneChange({ improvement }: { improvement: Improvement }) {
  const { canPlay, show } = useMoments()
  const { evidence } = improvement
  return (
    <Panel title="The one thing to change" tone="honey">
      <p className={classes.text}>{improvement.text}</p>
      <SaidAndBetter youSaid={improvement.youSaid} better={improvement.better} />
      <p className={classes.why}>{improvement.why}</p>
      {improvement.effect && <p className={classes.why}>What it would change: {improvement.effect}</p>}
      {evidence && (
        <div>
          <Button
            variant="default"
            leftSection={canPlay ? <IconPlayerPlayFilled size={16} aria-hidden /> : <IconArrowDown size={16} aria-hidden />}
            onClick={() => show(evidence.utterance, evidence.atMs)}
          >
            {canPlay ? `Play the moment, ${clock(evidence.atMs)}` : `Go to the moment, ${clock(evidence.atMs)}`}
          </Button>
        </div>
      )}
    </Panel>
  )
}

export function SaidAndBetter({ youSaid, better, betterName = 'Better' }: { youSaid?: string; better: string; betterName?: string }) {
  return (
    <dl className={classes.pair}>
      {youSaid && (
        <div>
          <dt>You said</dt>
          <dd className={classes.said}>{youSaid}</dd>
        </div>
      )}
      <div>
        <dt>{betterName}</dt>
        <dd className={classes.better}>{better}</dd>
      </div>
    </dl>
  )
}
