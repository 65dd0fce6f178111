import { IconAlertCircle } from '@tabler/icons-react'
import type { EngineState } from '@/api/types'
import classes from './EnginePanel.module.css'

/** That an engine broke just now, and why. */
export function EngineFailure({ engine }: { engine: EngineState }) {
  if (engine.failure === null) return null
  return (
    <span className={classes.failure}>
      <IconAlertCircle size={18} aria-hidden />
      <span>Failed within the last minute: {engine.failure}</span>
    </span>
  )
}
