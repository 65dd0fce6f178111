import { IconPlugConnectedX } from '@tabler/icons-react'
import { Note } from '@/ui/Note'
import { useSampled } from './useSampled'

/** What is safe while the connection is away. */
export function ReconnectingNote({ sinceMs }: { sinceMs: number }) {
  const seconds = useSampled(() => Math.floor((performance.now() - sinceMs) / 1000), 500)
  return (
    <Note icon={<IconPlugConnectedX size={22} aria-hidden />}>
      <strong>The connection has been away for {seconds} s.</strong>
      <span>
        {seconds < 60
          ? 'Everything said so far is safe, and the patient waits. The last 20 seconds of what you say are kept, and sent when it is back.'
          : 'Everything said so far is safe. The call is kept, and can be continued when the connection is back.'}
      </span>
    </Note>
  )
}
