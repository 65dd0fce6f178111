import { useQuery } from '@tanstack/react-query'
import { memo, useState } from 'react'
import { queries } from '@/api/queries'
import type { ReviewSummary } from '@/api/types'
import { Loading } from '@/ui/Loading'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import { ShareForm } from './ShareForm'
import { SharedAlready } from './SharedAlready'

/** Whether the member of staff may read the call, and what of the coach's judgement goes along. */
export const SharePanel = memo(function SharePanel({ review, play }: { review: ReviewSummary; play: (atMs: number) => void }) {
  const [changing, setChanging] = useState(false)
  const sharing = useQuery(queries.share(review.id))
  const judgements = useQuery(queries.judgements(review.id))
  if (sharing.isPending || judgements.isPending) return <Loading what="Fetching who may read it" />
  if (!sharing.data) return <ProblemNote problem={sharing.error} retry={() => void sharing.refetch()} />
  const { share } = sharing.data
  const mine = judgements.data?.mine
  return (
    <Panel title={share ? `Shared with ${share.staffName}` : 'Share it'}>
      {share && !changing ? (
        <SharedAlready reviewId={review.id} share={share} play={play} change={share.mine ? () => setChanging(true) : undefined} />
      ) : (
        <ShareForm key={`${review.staffId} ${mine?.handedInAt}`} review={review} share={share ?? undefined} judgement={mine?.handedInAt ? mine.judgement : undefined} done={() => setChanging(false)} />
      )}
    </Panel>
  )
})
