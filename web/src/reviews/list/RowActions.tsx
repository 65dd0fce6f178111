import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '@/api/client'
import type { ReviewSummary } from '@/api/types'
import { ProblemNote } from '@/ui/ProblemNote'
import classes from './RowActions.module.css'

/** Try again, swap the sides, remove. */
export function RowActions({ review }: { review: ReviewSummary }) {
  const [asked, setAsked] = useState(false)
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: async (what: 'retry' | 'swap' | 'remove') => {
      const params = { path: { id: review.id } }
      if (what === 'retry') await api.POST('/api/reviews/{id}/retry', { params })
      else if (what === 'swap') await api.POST('/api/reviews/{id}/swap', { params })
      else await api.DELETE('/api/reviews/{id}', { params })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['reviews'] }),
  })
  const name = review.fileName
  return (
    <div className={classes.actions}>
      {review.status === 'failed' && (
        <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate('retry')} aria-label={`Try again: ${name}`}>
          Try again
        </Button>
      )}
      {review.status === 'ready' && review.twoSided && (
        <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate('swap')} aria-label={`Staff ${side(review)}: swap the sides of ${name}`}>
          Staff {side(review)}: swap
        </Button>
      )}
      {review.status === 'ready' && review.byVoice && (
        <Button size="xs" variant="default" loading={act.isPending} onClick={() => act.mutate('swap')} aria-label={`Swap the voices of ${name}`}>
          Swap the voices
        </Button>
      )}
      {asked ? (
        <>
          <Button size="xs" color="red" loading={act.isPending} onClick={() => act.mutate('remove')} aria-label={`Remove for good: ${name}`}>
            Remove for good
          </Button>
          <Button size="xs" variant="subtle" onClick={() => setAsked(false)}>
            Keep
          </Button>
        </>
      ) : (
        <Button size="xs" variant="subtle" onClick={() => setAsked(true)} aria-label={`Remove ${name}`}>
          Remove
        </Button>
      )}
      {act.isError && <ProblemNote problem={act.error} />}
    </div>
  )
}

const side = ({ staffChannel }: ReviewSummary) => (staffChannel === 0 ? 'left' : 'right')
