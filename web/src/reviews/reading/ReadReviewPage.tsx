import { Button, Switch } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { asProblem } from '@/api/problem'
import { queries } from '@/api/queries'
import { useIsIn } from '@/app/useSessionUser'
import { LinkButton } from '@/ui/LinkButton'
import { Loading } from '@/ui/Loading'
import { Note } from '@/ui/Note'
import { Page } from '@/ui/Page'
import { ProblemPage } from '@/ui/ProblemPage'
import { ReviewHead } from './ReviewHead'
import { ReviewHistory } from './ReviewHistory'
import { ReviewRoom } from './ReviewRoom'

export default function ReadReviewPage() {
  const { reviewId = '' } = useParams()
  const [reveal, setReveal] = useState(false)
  const isAdministrator = useIsIn('administrator')
  const reading = useQuery({
    ...queries.reading(reviewId, reveal),
    placeholderData: keepPreviousData,
    // It opens by itself when it has been worked through.
    refetchInterval: ({ state }) => (isStillWorkedOn(state.error) ? 3_000 : false),
  })
  const outline = useQuery(queries.outline(reviewId))
  if (reading.isPending) return <Loading what="Fetching the recording" />
  if (!reading.data) {
    const problem = asProblem(reading.error)
    return (
      <ProblemPage problem={problem} {...(problem.status !== 404 && { retry: () => void reading.refetch() })}>
        <LinkButton to="/reviews" variant="default">
          All recordings
        </LinkButton>
      </ProblemPage>
    )
  }
  const { review } = reading.data
  return (
    <Page title={review.fileName} tabTitle={`Review: ${review.fileName}`} intro={<ReviewHead review={review} />}>
      {review.notes.map((note) => (
        <Note key={note}>{note}</Note>
      ))}
      <Switch
        label="Show names, numbers and addresses"
        description="The sound is silent where they are said. Who shows and hears them is written down."
        checked={reveal}
        onChange={(event) => setReveal(event.currentTarget.checked)}
      />
      <ReviewRoom key={reviewId} reading={reading.data} outline={outline.data} />
      {isAdministrator && <ReviewHistory reviewId={reviewId} />}
      <div>
        <LinkButton to="/reviews" variant="default">
          All recordings
        </LinkButton>
        <Button component="a" href={`/api/reviews/${reviewId}/export`} download variant="default" ml="sm">
          Export as JSON
        </Button>
        <LinkButton to={`/reviews/${reviewId}/print`} variant="default" ml="sm">
          Print or save as PDF
        </LinkButton>
      </div>
    </Page>
  )
}

function isStillWorkedOn(error: unknown): boolean {
  return error !== null && asProblem(error).code === 'notReady'
}
