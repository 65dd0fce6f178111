import { Progress } from '@mantine/core'
import type { ModelInfo } from '@/api/types'
import classes from './ModelsPage.module.css'

/** How much of the file there is; the sentence below it says the same in words. */
export function ModelProgress({ model: { name, bytes: whole, standing } }: { model: ModelInfo }) {
  const isShown = ['partial', 'queued', 'fetching', 'retrying', 'verifying'].includes(standing.stage) || (standing.stage === 'failed' && standing.bytes > 0)
  if (!isShown) return null
  return (
    <div className={classes.progress}>
      <Progress.Root size="lg">
        <Progress.Section value={Math.min(100, Math.round((standing.bytes / whole) * 100))} aria-label={`How much of ${name} there is`} />
      </Progress.Root>
    </div>
  )
}
