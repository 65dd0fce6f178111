import { Button } from '@mantine/core'
import type { CallSummary } from '@/api/types'
import { clock, when } from '@/ui/format'
import { LinkButton } from '@/ui/LinkButton'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import { useScoreAsItStands } from '@/ui/useScoreAsItStands'
import classes from './UnfinishedCalls.module.css'

/** Calls that broke off: to be continued, or scored as they stand. */
export function UnfinishedCalls({ calls }: { calls: readonly CallSummary[] }) {
  const score = useScoreAsItStands()
  if (calls.length === 0) return null
  return (
    <Panel title={calls.length === 1 ? 'A call of yours broke off' : `${calls.length} of your calls broke off`} tone="honey">
      <ul className={classes.list}>
        {calls.map((call) => (
          <li key={call.id} className={classes.call}>
            <div className={classes.what}>
              <strong>{call.scenarioTitle}</strong>
              <span>
                {call.patientName}, {when(call.startedAt)}, {clock(call.durationMs)} in
              </span>
            </div>
            <div className={classes.ways}>
              <LinkButton to={`/call/${call.id}`} aria-label={`Continue the call with ${call.patientName}`}>
                Continue
              </LinkButton>
              <Button
                variant="default"
                loading={score.isPending && score.variables === call.id}
                onClick={() => score.mutate(call.id)}
                aria-label={`Score it as it stands: the call with ${call.patientName}`}
              >
                Score it as it stands
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {score.isError && <ProblemNote problem={score.error} />}
    </Panel>
  )
}
