import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ModelInfo, ModelStage } from '@/api/types'
import { fileSize } from '@/ui/format'
import { AskFirst } from './AskFirst'
import { LicenceFirst } from './LicenceFirst'
import classes from './ModelsPage.module.css'
import type { ModelAction } from './useModelActions'

const first: Record<ModelStage, { label: string; action: ModelAction | null }> = {
  missing: { label: 'Fetch', action: 'fetch' },
  partial: { label: 'Go on fetching', action: 'fetch' },
  queued: { label: 'Do not fetch', action: 'pause' },
  fetching: { label: 'Pause', action: 'pause' },
  retrying: { label: 'Pause', action: 'pause' },
  verifying: { label: 'Checking', action: null },
  unverified: { label: 'Check now', action: 'verify' },
  installed: { label: 'Check again', action: 'verify' },
  damaged: { label: 'Fetch again', action: 'fetch' },
  failed: { label: 'Try again', action: 'fetch' },
}

interface Props {
  model: ModelInfo
  act: (action: ModelAction) => void
  /** What has been asked for and not answered yet. */
  acting: ModelAction | null
}

/** The one thing to do next, always in the same place, so that the focus stays; and the way to be rid of it. */
export function ModelButtons({ model, act, acting }: Props) {
  const { name, standing, licence, bytes } = model
  const [asking, setAsking] = useState<'licence' | 'remove' | null>(null)
  const { label, action } = first[standing.stage]
  const says = standing.stage === 'missing' ? `${label} ${fileSize(bytes)}` : label
  const idle = action === null || acting !== null
  const press = () => {
    if (idle) return
    if (action === 'fetch' && licence.mustAccept) setAsking('licence')
    else act(action)
  }
  const close = () => setAsking(null)
  const confirm = (confirmed: ModelAction) => () => {
    close()
    act(confirmed)
  }
  const canRemove = standing.removable && ['partial', 'installed', 'damaged', 'failed', 'unverified'].includes(standing.stage)
  return (
    <div className={classes.buttons}>
      <Button
        variant={action === 'fetch' && model.recommended ? 'filled' : 'default'}
        data-disabled={idle || undefined}
        aria-disabled={idle}
        aria-label={`${says}: ${name}`}
        onClick={press}
      >
        {says}
      </Button>
      {canRemove && (
        <Button variant="subtle" aria-label={`Remove: ${name}`} onClick={() => setAsking('remove')}>
          Remove
        </Button>
      )}
      <LicenceFirst model={model} opened={asking === 'licence'} close={close} accept={confirm('fetchAccepted')} />
      <AskFirst title={`Remove ${name}?`} answer="Remove" opened={asking === 'remove'} close={close} confirm={confirm('remove')}>
        {standing.stage === 'installed' ? `An engine that uses it falls back to another. To have it again, ${fileSize(bytes)} have to be fetched.` : `What has come so far (${fileSize(standing.bytes)}) is thrown away.`}
      </AskFirst>
    </div>
  )
}
