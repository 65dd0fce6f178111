import { Button, Text } from '@mantine/core'
import { asProblem } from '@/api/problem'
import { Page } from './Page'

interface Props {
  problem: unknown
  retry?: () => void
}

/** A page that could not be shown: what happened and what to do. */
export function ProblemPage({ problem, retry }: Props) {
  const { title, detail, traceId } = asProblem(problem)
  return (
    <Page title={title} tabTitle="Something went wrong">
      {detail && <Text size="lg">{detail}</Text>}
      {traceId && (
        <Text c="dimmed">
          Trace id: <code>{traceId}</code>
        </Text>
      )}
      {retry && (
        <div>
          <Button onClick={retry}>Try again</Button>
        </div>
      )}
    </Page>
  )
}
