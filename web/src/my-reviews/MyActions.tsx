import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '@/api/client'
import { queries } from '@/api/queries'
import type { ImprovementAction } from '@/api/types'
import { ActionList } from '@/reviews/actions/ActionList'
import { LinkButton } from '@/ui/LinkButton'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'

/** What coaches set one to practise; nothing where they set nothing. */
export function MyActions() {
  const actions = useQuery(queries.myActions())
  if (actions.isError) return <ProblemNote problem={actions.error} retry={() => void actions.refetch()} />
  if (!actions.data?.length) return null
  return (
    <Panel title="To practise" tone="trainee">
      <ActionList actions={actions.data} label="To practise" ways={(action) => <MyWays action={action} />} />
    </Panel>
  )
}

function MyWays({ action }: { action: ImprovementAction }) {
  const client = useQueryClient()
  const done = useMutation({
    mutationFn: async () => {
      await api.POST('/api/my-reviews/actions/{actionId}/done', { params: { path: { actionId: action.id } } })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queries.myActions().queryKey })
      await client.invalidateQueries({ queryKey: queries.myNotice().queryKey })
    },
  })
  return (
    <>
      {action.scenarioId && (
        <LinkButton size="compact-sm" variant="default" to={`/scenarios/${action.scenarioId}`}>
          Practise it
        </LinkButton>
      )}
      {action.state !== 'done' && (
        <Button size="compact-sm" loading={done.isPending} onClick={() => done.mutate()} aria-label={`I did it: ${action.what}`}>
          I did it
        </Button>
      )}
      {action.recordedCallId && <Link to={`/my-reviews/${action.recordedCallId}`}>The call</Link>}
      {done.isError && <ProblemNote problem={done.error} />}
    </>
  )
}
