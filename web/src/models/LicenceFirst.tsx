import { Anchor, Button, Checkbox, Group, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import type { ModelInfo } from '@/api/types'

interface Props {
  model: ModelInfo
  opened: boolean
  close: () => void
  accept: () => void
}

/** What has to be known before such a model is fetched; nothing is fetched before it was agreed to. */
export function LicenceFirst({ model: { name, licence }, opened, close, accept }: Props) {
  const [agreed, setAgreed] = useState(false)
  return (
    <Modal opened={opened} onClose={close} title={`Before ${name} is fetched`} closeButtonProps={{ 'aria-label': 'Close' }} centered radius="lg">
      <Stack>
        <div>
          It is under the <strong>{licence.name}</strong>. {licence.note}
        </div>
        <Anchor href={licence.url} target="_blank" rel="noreferrer" underline="always">
          Read the licence (opens in a new tab)
        </Anchor>
        <Checkbox label="I have read it and agree, for all who use this server." checked={agreed} onChange={(event) => setAgreed(event.currentTarget.checked)} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button disabled={!agreed} onClick={accept}>
            Agree and fetch
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
