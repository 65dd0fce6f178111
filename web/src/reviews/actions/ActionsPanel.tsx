import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { queries } from '@/api/queries'
import type { ReviewSummary } from '@/api/types'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import { CoachActions } from './CoachActions'
import { SetActionForm } from './SetActionForm'

/** What follows from this call, with a day. */
export const ActionsPanel = memo(function ActionsPanel({ review }: { review: ReviewSummary }) {
  const actions = useQuery(queries.actions({ recordedCallId: review.id }))
  return (
    <Panel title="To be practised">
      {actions.isError && <ProblemNote problem={actions.error} retry={() => void actions.refetch()} />}
      {actions.data && <CoachActions actions={actions.data} label="To be practised after this call" />}
      <SetActionForm review={review} />
    </Panel>
  )
})
