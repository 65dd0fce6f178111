import { IconAlertCircle } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import type { CallProblem } from '@/realtime/hub/callProblem'
import { LinkButton } from '@/ui/LinkButton'
import { Note } from '@/ui/Note'
import { problemWords } from '../callWords'

/** Why the call was not placed; where another call runs, the way back to it. */
export function StartProblem({ problem }: { problem: CallProblem }) {
  const { title, whatToDo } = problemWords(problem)
  return (
    <Note icon={<IconAlertCircle size={22} aria-hidden />} role="alert">
      <strong>{title}</strong>
      <span>{whatToDo}</span>
      {problem.code === 'callRunning' && <RunningCall />}
    </Note>
  )
}

function RunningCall() {
  const live = useInfiniteQuery(queries.calls({ status: 'live' }))
  const ringing = useInfiniteQuery(queries.calls({ status: 'ringing' }))
  const call = live.data?.pages[0]?.calls[0] ?? ringing.data?.pages[0]?.calls[0]
  if (!call) return null
  return (
    <LinkButton to={`/call/${call.id}`} size="xs" variant="default">
      Go back to {call.patientName}
    </LinkButton>
  )
}
