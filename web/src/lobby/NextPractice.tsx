import { IconPhone } from '@tabler/icons-react'
import type { NextPractice as Next, ScenarioCard } from '@/api/types'
import { DifficultyMark, difficulties } from '@/ui/DifficultyMark'
import { LinkButton } from '@/ui/LinkButton'
import classes from './NextPractice.module.css'

/** The one thing to do next, and why. */
export function NextPractice({ next, scenarios }: { next: Next | null; scenarios: readonly ScenarioCard[] }) {
  const card = next ? scenarios.find((one) => one.id === next.scenarioId) : easiest(scenarios)
  const id = next?.scenarioId ?? card?.id
  if (!id) return null
  return (
    <section aria-labelledby="next-practice" className={classes.next}>
      <p className={classes.kicker}>{next ? 'Practise next' : 'Start here'}</p>
      <h2 id="next-practice" className={classes.title}>
        {next?.title ?? card?.title}
      </h2>
      <p className={classes.why}>{next?.why ?? 'You have no judged call yet. This is the gentlest one to begin with; nobody else sees how it goes.'}</p>
      <div className={classes.foot}>
        <LinkButton to={`/scenarios/${id}`} size="md" leftSection={<IconPhone size={19} aria-hidden />} className={classes.go}>
          {card ? `Call ${card.patientName}` : 'Prepare the call'}
        </LinkButton>
        <DifficultyMark difficulty={next?.difficulty ?? card?.difficulty ?? 'beginner'} />
        {card && <span>about {card.expectedMinutes} min</span>}
      </div>
    </section>
  )
}

function easiest(scenarios: readonly ScenarioCard[]): ScenarioCard | undefined {
  return [...scenarios].sort((a, b) => difficulties.indexOf(a.difficulty) - difficulties.indexOf(b.difficulty))[0]
}
