import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import { asProblem } from '@/api/problem'
import { queries } from '@/api/queries'
import { LinkButton } from '@/ui/LinkButton'
import { Loading } from '@/ui/Loading'
import { ProblemPage } from '@/ui/ProblemPage'
import classes from './Print.module.css'
import { PrintedReview } from './PrintedReview'

/** A review on paper, masked: what the browser prints, or saves as PDF. That it was opened here is written down as an export. */
export default function PrintReviewPage() {
  const { reviewId = '' } = useParams()
  const review = useQuery(queries.exportedReview(reviewId))
  const name = review.data?.reading.review.fileName
  useEffect(() => {
    // Browsers propose it as the name of the PDF.
    if (name) document.title = `Review of ${name}`
  }, [name])
  if (review.isPending) return <Loading what="Fetching the review" />
  if (review.isError) {
    return (
      <ProblemPage problem={asProblem(review.error)} retry={() => void review.refetch()}>
        <LinkButton to="/reviews" variant="default">
          All recordings
        </LinkButton>
      </ProblemPage>
    )
  }
  return (
    <main className={classes.sheet}>
      <div className={classes.ways}>
        <Button onClick={() => globalThis.print()}>Print or save as PDF</Button>
        <LinkButton to={`/reviews/${reviewId}`} variant="default">
          Back to the call
        </LinkButton>
      </div>
      <PrintedReview review={review.data} />
    </main>
  )
}
