import { Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'

/** Whether trainees see during a call that somebody listens. */
export function PolicySwitch() {
  const client = useQueryClient()
  const policy = useQuery(queries.supervisionPolicy())
  const set = useMutation({
    mutationFn: async (showListening: boolean) => body(await api.PUT('/api/supervision/policy', { body: { showListening } })),
    onSuccess: (now) => client.setQueryData(queries.supervisionPolicy().queryKey, now),
  })
  return (
    <Panel title="What trainees see">
      <Switch
        label="Show trainees that somebody listens"
        description="Holds for listening that begins from now on. Whispering and barging in are always shown, and all of it always stands in the call’s record."
        size="md"
        checked={policy.data?.showListening ?? true}
        disabled={!policy.isSuccess || set.isPending}
        onChange={(event) => set.mutate(event.currentTarget.checked)}
      />
      {policy.isError && <ProblemNote problem={policy.error} retry={() => void policy.refetch()} />}
      {set.isError && <ProblemNote problem={set.error} />}
    </Panel>
  )
}
