import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import { Loading } from '@/ui/Loading'
import { Page } from '@/ui/Page'
import { ProblemNote } from '@/ui/ProblemNote'
import { MyActions } from './MyActions'
import { MyReviewList } from './MyReviewList'

/** What coaches shared with who is signed in. */
export default function MyReviewsPage() {
  const reviews = useQuery(queries.myReviews())
  return (
    <Page title="Your reviewed calls" tabTitle="Your calls" intro="Real calls of yours that a coach went through. You alone see them here, and your coaches.">
      <MyActions />
      {reviews.isPending && <Loading what="Fetching your calls" />}
      {reviews.isError && <ProblemNote problem={reviews.error} retry={() => void reviews.refetch()} />}
      {reviews.data && <MyReviewList reviews={reviews.data} />}
    </Page>
  )
}
