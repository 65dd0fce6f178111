import type { ScenarioCard } from '@/api/types'
import { day } from '@/ui/format'
import { LinkButton } from '@/ui/LinkButton'
import { Panel } from '@/ui/Panel'
import classes from './UnfinishedCalls.module.css'

/** What a coach gave this person to practise and that was not tried since. */
export function GivenPractice({ scenarios }: { scenarios: readonly ScenarioCard[] }) {
  const given = scenarios.filter((card) => card.assignment && card.attempts === 0)
  if (given.length === 0) return null
  return (
    <Panel title="From your coach" tone="trainee">
      <ul className={classes.list} aria-label="Given to you to practise">
        {given.map((card) => (
          <li key={card.id} className={classes.call}>
            <div className={classes.what}>
              <strong>{card.title}</strong>
              <span>
                {card.assignment?.by} gave it to you{card.assignment?.dueAt && `, to be done by ${day(card.assignment.dueAt)}`}
              </span>
            </div>
            <LinkButton to={`/scenarios/${card.id}`} aria-label={`Call ${card.patientName}: ${card.title}`}>
              Call {card.patientName}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
