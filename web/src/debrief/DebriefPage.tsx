import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { asProblem } from '@/api/problem'
import { queries } from '@/api/queries'
import { BesideTheRealCall } from '@/my-reviews/BesideTheRealCall'
import { LinkButton } from '@/ui/LinkButton'
import { Loading } from '@/ui/Loading'
import { Page } from '@/ui/Page'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import { ProblemPage } from '@/ui/ProblemPage'
import { Analysing } from './Analysing'
import { CallHead } from './CallHead'
import { DebriefDetails, DebriefOpening } from './DebriefReport'
import { InterruptedCall } from './InterruptedCall'
import { ListenAgain } from './ListenAgain'
import { SupervisorNotes } from './SupervisorNotes'
import { isBeingWritten, useDebrief } from './useDebrief'

export default function DebriefPage() {
  const { callId = '' } = useParams()
  const call = useQuery(queries.call(callId))
  const hasEnded = call.data?.summary.status === 'ended'
  const debrief = useDebrief(callId, hasEnded)

  if (call.isPending) return <Loading what="Fetching the call" />
  if (!call.data) {
    const problem = asProblem(call.error)
    return <ProblemPage problem={problem} {...(problem.status !== 404 && { retry: () => void call.refetch() })} />
  }
  const { summary } = call.data
  return (
    <Page title={summary.scenarioTitle} tabTitle={`Debrief: ${summary.scenarioTitle}`} intro={<CallHead call={summary} />}>
      <ListenAgain
        key={callId}
        call={call.data}
        opening={
          <>
            {summary.status === 'interrupted' && <InterruptedCall call={summary} />}
            {(summary.status === 'live' || summary.status === 'ringing') && <OngoingCall callId={callId} />}
            {hasEnded && debrief.data && <DebriefOpening debrief={debrief.data} call={summary} />}
            {hasEnded && <SupervisorNotes events={call.data.events} />}
            {hasEnded && <BesideTheRealCall scenarioId={summary.scenarioId} />}
            {hasEnded && debrief.isPending && <Analysing />}
            {hasEnded && debrief.isError && isBeingWritten(debrief.error) && <Analysing tries={debrief.errorUpdateCount} />}
            {hasEnded && debrief.isError && !isBeingWritten(debrief.error) && <ProblemNote problem={debrief.error} retry={() => void debrief.refetch()} />}
          </>
        }
        details={debrief.data?.judged && <DebriefDetails debrief={debrief.data} call={summary} />}
      />
    </Page>
  )
}

function OngoingCall({ callId }: { callId: string }) {
  return (
    <Panel title="This call is still going on">
      <p style={{ margin: 0 }}>Its debrief is written when it ends.</p>
      <div>
        <LinkButton to={`/call/${callId}`}>Go to the call</LinkButton>
      </div>
    </Panel>
  )
}
