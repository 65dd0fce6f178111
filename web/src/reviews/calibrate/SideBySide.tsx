import type { CalibrationCall } from '@/api/types'
import { LinkButton } from '@/ui/LinkButton'
import { Panel } from '@/ui/Panel'
import { CategoryScores } from './CategoryScores'
import classes from './Calibrate.module.css'

/** One recording: the scores of all coaches beside each other, the furthest apart first. */
export function SideBySide({ calibrationId, call }: { calibrationId: string; call: CalibrationCall }) {
  const categories = [...call.categories].sort((one, other) => other.spread - one.spread)
  return (
    <Panel
      title={call.fileName}
      aside={
        <LinkButton size="compact-sm" variant="default" to={`/reviews/${call.recordedCallId}`}>
          Hear it
        </LinkButton>
      }
    >
      {categories.length === 0 && <p className={classes.soft}>Nobody gave it a score.</p>}
      {categories.map((category) => (
        <CategoryScores key={category.category} calibrationId={calibrationId} callId={call.recordedCallId} scores={category} />
      ))}
    </Panel>
  )
}
