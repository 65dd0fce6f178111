import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/api/client'
import type { ReviewSummary } from '@/api/types'
import { duration, when } from '@/ui/format'
import { ProblemNote } from '@/ui/ProblemNote'
import { AboutCall } from '../AboutCall'
import { hasSides } from '../hasSides'
import { Hold } from '../retention/Hold'
import classes from './ReviewHead.module.css'

/** Whose call it was, when, and on which side. */
export function ReviewHead({ review }: { review: ReviewSummary }) {
  const client = useQueryClient()
  const swap = useMutation({
    mutationFn: () => api.POST('/api/reviews/{id}/swap', { params: { path: { id: review.id } } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reviews'] }),
  })
  const facts = [
    review.staffName && `taken by ${review.staffName}`,
    review.takenAt && when(review.takenAt),
    review.queue,
    review.durationMs !== null && duration(review.durationMs),
    review.consentNoted ? 'consent noted' : 'consent not noted',
    review.engine && `written down by ${review.engine}`,
  ].filter(Boolean)
  return (
    <div className={classes.head}>
      <span>{facts.join(', ')}</span>
      <AboutCall review={review} />
      {hasSides(review) && (
        <span className={classes.sides}>
          {review.byVoice ? 'Who is who was told by the voices.' : `Staff is on the ${review.staffChannel === 0 ? 'left' : 'right'}.`}
          <Button size="compact-sm" variant="default" loading={swap.isPending} onClick={() => swap.mutate()}>
            {review.byVoice ? 'Swap the voices' : 'Swap the sides'}
          </Button>
        </span>
      )}
      <Hold review={review} />
      {swap.isError && <ProblemNote problem={swap.error} />}
    </div>
  )
}
