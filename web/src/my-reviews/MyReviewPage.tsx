import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import { asProblem } from '@/api/problem'
import { queries } from '@/api/queries'
import { duration, when } from '@/ui/format'
import { LinkButton } from '@/ui/LinkButton'
import { Loading } from '@/ui/Loading'
import { Page } from '@/ui/Page'
import { ProblemPage } from '@/ui/ProblemPage'
import { callName } from './callName'
import { MyReviewRoom } from './MyReviewRoom'

/** A call that was shared with who took it. */
export default function MyReviewPage() {
  const { reviewId = '' } = useParams()
  const review = useQuery(queries.myReview(reviewId))
  const outline = useQuery({ ...queries.myOutline(reviewId), enabled: review.isSuccess })
  useNoLongerNew(review.dataUpdatedAt)
  if (review.isPending) return <Loading what="Fetching the call" />
  if (!review.data) {
    const problem = asProblem(review.error)
    return (
      <ProblemPage problem={problem} {...(problem.status !== 404 && { retry: () => void review.refetch() })}>
        <LinkButton to="/my-reviews" variant="default">
          Your reviewed calls
        </LinkButton>
      </ProblemPage>
    )
  }
  const { durationMs, sharedBy, sharedAt } = review.data
  return (
    <Page title={callName(review.data)} intro={`${duration(durationMs)}, shared by ${sharedBy} ${when(sharedAt)}. Names, numbers and addresses are masked, and silent in the sound.`}>
      <MyReviewRoom key={reviewId} review={review.data} outline={outline.data} />
      <div>
        <LinkButton to="/my-reviews" variant="default">
          Your reviewed calls
        </LinkButton>
      </div>
    </Page>
  )
}

/** Reading it is what makes it known to have been read. */
function useNoLongerNew(readAt: number) {
  const client = useQueryClient()
  useEffect(() => {
    if (!readAt) return
    void client.invalidateQueries({ queryKey: queries.myNotice().queryKey })
    void client.invalidateQueries({ queryKey: queries.myReviews().queryKey, exact: true })
  }, [client, readAt])
}
