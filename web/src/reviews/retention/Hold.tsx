import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api } from '@/api/client'
import type { ReviewSummary } from '@/api/types'
import { useIsIn } from '@/app/useSessionUser'
import { when } from '@/ui/format'
import { ProblemNote } from '@/ui/ProblemNote'
import classes from './Retention.module.css'

/** How long this recording is kept, and for administrators the way to forbid that it is removed. */
export function Hold({ review: { id, hold, removedAt } }: { review: ReviewSummary }) {
  const isAdministrator = useIsIn('administrator')
  const [asked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const client = useQueryClient()
  const onSuccess = () => {
    setAsked(false)
    return client.invalidateQueries({ queryKey: ['reviews'] })
  }
  const params = { path: { id } }
  const put = useMutation({ mutationFn: () => api.PUT('/api/reviews/{id}/hold', { params, body: { reason } }), onSuccess })
  const release = useMutation({ mutationFn: () => api.DELETE('/api/reviews/{id}/hold', { params }), onSuccess })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    put.mutate()
  }
  return (
    <div className={classes.form}>
      {hold && (
        <span>
          On hold by {hold.by} since {when(hold.at)}: {hold.reason}
        </span>
      )}
      {!hold && removedAt && <span>Removed by itself {when(removedAt)}.</span>}
      {isAdministrator && hold && (
        <Button size="compact-sm" variant="default" loading={release.isPending} onClick={() => release.mutate()}>
          Let it go
        </Button>
      )}
      {isAdministrator && !hold && !asked && (
        <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>
          Put on hold
        </Button>
      )}
      {isAdministrator && !hold && asked && (
        <form onSubmit={submit} className={classes.form}>
          <TextInput label="Why it must be kept" description="The matter, not the caller." required withAsterisk={false} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <Button type="submit" size="xs" loading={put.isPending}>
            Put on hold
          </Button>
          <Button size="xs" variant="subtle" onClick={() => setAsked(false)}>
            Leave it
          </Button>
        </form>
      )}
      {(put.error ?? release.error) && <ProblemNote problem={put.error ?? release.error} />}
    </div>
  )
}
