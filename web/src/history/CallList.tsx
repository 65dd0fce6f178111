import { Link } from 'react-router'
import type { CallSummary } from '@/api/types'
import { useSessionUser } from '@/app/useSessionUser'
import { DifficultyMark } from '@/ui/DifficultyMark'
import { duration, when } from '@/ui/format'
import { OutcomeMark } from '@/ui/OutcomeMark'
import { ScoreLetter } from '@/ui/ScoreLetter'
import { words } from '@/ui/words'
import classes from './CallList.module.css'

export function CallList({ calls }: { calls: readonly CallSummary[] }) {
  const user = useSessionUser()
  return (
    <ul className={classes.list}>
      {calls.map((call) => (
        <li key={call.id} className={classes.call}>
          <ScoreLetter letter={call.letter} score={call.overall} />
          <div className={classes.what}>
            <Link to={`/calls/${call.id}`} className={classes.title}>
              {call.scenarioTitle}
            </Link>
            <span className={classes.soft}>
              {user && call.traineeName !== user.displayName && `${call.traineeName} with `}
              {call.patientName}, {words.type[call.type]}
            </span>
          </div>
          <span className={classes.difficulty}>
            <DifficultyMark difficulty={call.difficulty} />
          </span>
          <span className={classes.outcome}>{call.outcome && call.status === 'ended' ? <OutcomeMark status={call.outcome} /> : words.status[call.status]}</span>
          <span className={classes.when}>
            <span>{when(call.startedAt)}</span>
            <span className={classes.soft}>{duration(call.durationMs)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
