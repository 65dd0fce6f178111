import { Button } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { asProblem } from '@/api/problem'
import { Note } from './Note'

/** A failure within a page: what happened, what to do, and another try where that can help. */
export function ProblemNote({ problem, retry }: { problem: unknown; retry?: () => void }) {
  const { title, detail, traceId } = asProblem(problem)
  return (
    <Note icon={<IconAlertCircle size={22} aria-hidden />} role="alert">
      <strong>{title}</strong>
      {detail && <span>{detail}</span>}
      {traceId && (
        <span>
          Trace id: <code>{traceId}</code>
        </span>
      )}
      {retry && (
        <Button variant="default" size="xs" onClick={retry}>
          Try again
        </Button>
      )}
    </Note>
  )
}
