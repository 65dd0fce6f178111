import { Button } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import type { WallboardView } from '@/realtime/supervision/WallboardFeed'
import { Note } from '@/ui/Note'

/** What is shown may be old: why, and what happens about it. */
export function BoardTrouble({ connection, retry }: { connection: WallboardView['connection']; retry: () => void }) {
  if (connection.is === 'reconnecting') {
    return (
      <Note icon={<IconPlugConnectedX size={22} aria-hidden />} role="status">
        The connection is lost. What you see is old; trying again.
      </Note>
    )
  }
  if (connection.is !== 'failed') return null
  return (
    <Note icon={<IconPlugConnectedX size={22} aria-hidden />} role="alert">
      <strong>The wallboard is not live.</strong>
      <span>{connection.problem.message}</span>
      <Button variant="default" size="xs" onClick={retry}>
        Try again
      </Button>
    </Note>
  )
}
