import type { ReactNode } from 'react'
import type { ImprovementAction } from '@/api/types'
import classes from './Actions.module.css'
import { actionStates, dueWords } from './actionWords'

interface Props {
  actions: readonly ImprovementAction[]
  label: string
  /** Says whose each is. */
  named?: boolean
  ways: (action: ImprovementAction) => ReactNode
}

/** What is to be practised, first what is due first. */
export function ActionList({ actions, label, named = false, ways }: Props) {
  if (actions.length === 0) return null
  return (
    <ul className={classes.list} aria-label={label}>
      {actions.map((action) => (
        <li key={action.id} className={classes.action} data-state={action.state}>
          <p className={classes.what}>
            {named && <strong>{action.personName}: </strong>}
            {action.what}
          </p>
          <div className={classes.ways}>
            <span className={classes.state}>{actionStates[action.state]}</span>
            <span className={classes.soft}>
              {dueWords(action)}, set by {action.setBy}
            </span>
          </div>
          <div className={classes.ways}>{ways(action)}</div>
        </li>
      ))}
    </ul>
  )
}
