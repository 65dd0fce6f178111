import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { queries } from '@/api/queries'
import { DifficultyMark } from '@/ui/DifficultyMark'
import { Loading } from '@/ui/Loading'
import { Page } from '@/ui/Page'
import { ProblemPage } from '@/ui/ProblemPage'
import { words } from '@/ui/words'
import { Briefing } from './before/Briefing'
import classes from './BeforeCallPage.module.css'
import { KeyPhrases } from './before/KeyPhrases'
import { StartCall } from './before/StartCall'

export default function BeforeCallPage() {
  const { id = '' } = useParams()
  const scenario = useQuery(queries.scenario(id))
  if (scenario.isPending) return <Loading what="Fetching the scenario" />
  if (!scenario.data) return <ProblemPage problem={scenario.error} retry={() => void scenario.refetch()} />
  const briefing = scenario.data
  const { card } = briefing
  return (
    <Page
      title={card.title}
      intro={
        <>
          {card.summary}
          <span className={classes.kind}>
            {words.type[card.type]} <DifficultyMark difficulty={card.difficulty} /> about {card.expectedMinutes} min
          </span>
        </>
      }
    >
      <div className={classes.columns}>
        <div className={classes.briefing}>
          <Briefing briefing={briefing} />
        </div>
        <div className={classes.start}>
          <StartCall card={card} />
        </div>
        <div className={classes.phrases}>
          <KeyPhrases phases={briefing.phases} />
        </div>
      </div>
    </Page>
  )
}
