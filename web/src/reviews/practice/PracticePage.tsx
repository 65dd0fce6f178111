import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { asProblem } from '@/api/problem'
import { queries } from '@/api/queries'
import { LinkButton } from '@/ui/LinkButton'
import { Loading } from '@/ui/Loading'
import { Note } from '@/ui/Note'
import { Page } from '@/ui/Page'
import { ProblemPage } from '@/ui/ProblemPage'
import { AssignForm } from './AssignForm'
import { Attempts } from './Attempts'
import { DraftForm } from './DraftForm'
import { OriginalMoment } from './OriginalMoment'
import classes from './PracticePage.module.css'
import { RemovePractice } from './RemovePractice'

/** A moment of a recorded call on its way to somebody's practice: check it, give it, and see how it went. */
export default function PracticePage() {
  const { reviewId = '', practiceId = '' } = useParams()
  const practice = useQuery(queries.practice(reviewId, practiceId))
  if (practice.isPending) return <Loading what="Fetching the practice call" />
  if (!practice.data) {
    const problem = asProblem(practice.error)
    return <ProblemPage problem={problem} {...(problem.status !== 404 && { retry: () => void practice.refetch() })} />
  }
  const made = practice.data
  return (
    <Page title={made.draft.title} tabTitle={`Practice: ${made.draft.title}`} intro="A moment of a real call, as a call that can be practised.">
      <div className={classes.columns}>
        <DraftForm key={made.id} practice={made} />
        <div className={classes.side}>
          <OriginalMoment practice={made} />
          {made.checkedBy ? <AssignForm practice={made} /> : <Note>Once it is checked, it can be given to somebody.</Note>}
          <Attempts practice={made} />
        </div>
      </div>
      <div className={classes.ways}>
        <LinkButton to={`/reviews/${reviewId}`} variant="default">
          Back to the recording
        </LinkButton>
        {made.checkedBy && (
          <LinkButton to={`/scenarios/${made.scenarioId}`} variant="default">
            Try it yourself
          </LinkButton>
        )}
        <RemovePractice practice={made} />
      </div>
    </Page>
  )
}
