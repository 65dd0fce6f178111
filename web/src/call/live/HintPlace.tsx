import { IconBulb } from '@tabler/icons-react'
import type { CallView } from '@/realtime/session/callView'
import { Note } from '@/ui/Note'

/** The last hint, until the next phase is done. */
export function HintPlace({ view: { hints, placed }, noHint }: { view: CallView; noHint: boolean }) {
  const last = hints.at(-1)
  if (!last && !noHint) {
    return placed?.difficulty === 'beginner' ? <span>Hints will come by themselves.</span> : null
  }
  return (
    <Note icon={<IconBulb size={22} aria-hidden />} role="status">
      <span>{noHint ? 'There is nothing to hint at right now. Listen, and answer what was said last.' : last?.text}</span>
    </Note>
  )
}
