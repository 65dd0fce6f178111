import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  title: string
  /** The word on the button that does it. */
  answer: string
  opened: boolean
  close: () => void
  confirm: () => void
  children: ReactNode
}

/** For what cannot be undone with a click. */
export function AskFirst({ title, answer, opened, close, confirm, children }: Props) {
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': 'Close' }} centered radius="lg">
      <Stack>
        <div>{children}</div>
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            Keep
          </Button>
          <Button onClick={confirm}>{answer}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
