import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import { useSessionUser } from '@/app/useSessionUser'
import { Loading } from '@/ui/Loading'
import { Page } from '@/ui/Page'
import { ProblemNote } from '@/ui/ProblemNote'
import { Calibrations } from './Calibrations'
import { EnginesNotice } from './EnginesNotice'
import { GivenPractice } from './GivenPractice'
import classes from './LobbyPage.module.css'
import { NextPractice } from './NextPractice'
import { OwnTrend } from './OwnTrend'
import { ReviewedCalls } from './ReviewedCalls'
import { ScenarioBrowser } from './ScenarioBrowser'
import { UnfinishedCalls } from './UnfinishedCalls'

export default function LobbyPage() {
  const user = useSessionUser()
  const scenarios = useQuery(queries.scenarios())
  const progress = useQuery(queries.progress())

  const firstName = user?.displayName.split(' ')[0]
  return (
    <Page title={firstName ? `Who will you talk to next, ${firstName}?` : 'Who will you talk to next?'} tabTitle="Lobby">
      {progress.data && <UnfinishedCalls calls={progress.data.unfinished} />}
      <ReviewedCalls />
      <Calibrations />
      {scenarios.data && <GivenPractice scenarios={scenarios.data} />}
      {progress.isError && <ProblemNote problem={progress.error} retry={() => void progress.refetch()} />}
      {progress.data && scenarios.data && scenarios.data.length > 0 && (
        <div className={classes.opening}>
          <NextPractice next={progress.data.next} scenarios={scenarios.data} />
          <OwnTrend overall={progress.data.overall} categories={progress.data.categories} />
        </div>
      )}
      <EnginesNotice />
      {scenarios.isPending && <Loading what="Fetching the scenarios" />}
      {scenarios.isError && <ProblemNote problem={scenarios.error} retry={() => void scenarios.refetch()} />}
      {scenarios.data && <ScenarioBrowser scenarios={scenarios.data} />}
    </Page>
  )
}
