import { Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import classes from './SupervisionPage.module.css'

/** Whether trainees see during a call that somebody listens. */
export function PolicySwitch() {
  const meaning = useId()
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
        aria-describedby={meaning}
        size="md"
        checked={policy.data?.showListening ?? true}
        disabled={!policy.isSuccess || set.isPending}
        onChange={(event) => set.mutate(event.currentTarget.checked)}
      />
      <p id={meaning} className={classes.meaning}>
        Holds for listening that begins from now on. Whispering and barging in are always shown, and all of it always stands in the call’s record.
      </p>
      {policy.isError && <ProblemNote problem={policy.error} retry={() => void policy.refetch()} />}
      {set.isError && <ProblemNote problem={set.error} />}
    </Panel>
  )
}
