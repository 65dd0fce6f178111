import type { CallSummary } from '@/api/types'
import { useSessionUser } from '@/app/useSessionUser'
import { DifficultyMark } from '@/ui/DifficultyMark'
import { duration, when } from '@/ui/format'
import { LinkButton } from '@/ui/LinkButton'
import { words } from '@/ui/words'
import classes from './CallHead.module.css'

export function CallHead({ call }: { call: CallSummary }) {
  const user = useSessionUser()
  const isOwn = !user || call.traineeName === user.displayName
  return (
    <div className={classes.head}>
      <p className={classes.facts}>
        <span>
          {!isOwn && `${call.traineeName} with `}
          {call.patientName}
        </span>
        <span>{words.type[call.type]}</span>
        <DifficultyMark difficulty={call.difficulty} />
        <span>{when(call.startedAt)}</span>
        <span>{duration(call.durationMs)}</span>
        {call.endReason && <span>{!isOwn && call.endReason === 'traineeHungUp' ? 'The trainee hung up' : words.endReason[call.endReason]}</span>}
      </p>
      {call.status === 'ended' && <LinkButton to={`/scenarios/${call.scenarioId}`}>Try again</LinkButton>}
    </div>
  )
}
