import { Button, NumberInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import { useIsIn } from '@/app/useSessionUser'
import { count } from '@/ui/format'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import classes from './Retention.module.css'

/** How long recordings are kept; administrators decide. */
export function RetentionPanel() {
  const isAdministrator = useIsIn('administrator')
  const retention = useQuery(queries.retention())
  if (!retention.data) return retention.isError ? <ProblemNote problem={retention.error} retry={() => void retention.refetch()} /> : null
  const { keepDays } = retention.data
  return (
    <Panel title="How long recordings are kept">
      <p className={classes.said}>{keepDays === null ? 'Until somebody removes them.' : `${count(keepDays, 'day')} after their upload; then they are removed with sound and words, unless they are on hold.`}</p>
      {isAdministrator && <RetentionForm key={keepDays} keepDays={keepDays} />}
    </Panel>
  )
}

function RetentionForm({ keepDays }: { keepDays: number | null }) {
  const [days, setDays] = useState<number | null>(keepDays)
  const client = useQueryClient()
  const set = useMutation({
    mutationFn: async () => body(await api.PUT('/api/reviews/retention', { body: { keepDays: days } })),
    onSuccess: async (kept) => {
      client.setQueryData(queries.retention().queryKey, kept)
      await client.invalidateQueries({ queryKey: ['reviews'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    set.mutate()
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <NumberInput label="Days" description="Empty: until somebody removes them." min={1} max={36_500} allowDecimal={false} value={days ?? ''} onChange={(value) => setDays(value === '' ? null : Number(value))} />
      <Button type="submit" variant="default" disabled={days === keepDays} loading={set.isPending}>
        {keepDays !== null || days === null ? 'Change it' : 'Remove older ones from now on'}
      </Button>
      {set.isError && <ProblemNote problem={set.error} />}
    </form>
  )
}
