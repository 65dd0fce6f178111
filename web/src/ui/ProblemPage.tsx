import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { asProblem } from '@/api/problem'
import { Page } from './Page'

interface Props {
  problem: unknown
  retry?: () => void
  /** Where else to go. */
  children?: ReactNode
}

/** A page that could not be shown: what happened and what to do. */
export function ProblemPage({ problem, retry, children }: Props) {
  const { title, detail, traceId } = asProblem(problem)
  return (
    <Page title={title} tabTitle="Something went wrong">
      {detail && <Text size="lg">{detail}</Text>}
      {traceId && (
        <Text c="dimmed">
          Trace id: <code>{traceId}</code>
        </Text>
      )}
      {(retry || children) && (
        <Group>
          {retry && <Button onClick={retry}>Try again</Button>}
          {children}
        </Group>
      )}
    </Page>
  )
}
