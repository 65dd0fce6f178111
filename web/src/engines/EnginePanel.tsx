import { useIsIn } from '@/app/useSessionUser'
import type { EngineChoice } from '@/api/types'
import { OutcomeMark } from '@/ui/OutcomeMark'
import { Panel } from '@/ui/Panel'
import { words } from '@/ui/words'
import { EngineFailure } from './EngineFailure'
import { EngineOptions } from './EngineOptions'
import classes from './EnginePanel.module.css'

/** One role: what runs for it, why, what that means, and what was passed over. Administrators choose here. */
export function EnginePanel({ choice }: { choice: EngineChoice }) {
  const isAdministrator = useIsIn('administrator')
  const running = choice.engines.find((engine) => engine.name === choice.running)
  return (
    <Panel title={words.engine[choice.role]} aside={<span className={classes.state}>{choice.running === null ? 'None runs' : choice.limited ? 'Limited' : 'Runs'}</span>}>
      <p className={classes.running}>
        {/* Its word stands beside the title. */}
        <span className={classes.mark} aria-hidden="true">
          <OutcomeMark status={choice.running === null ? 'missed' : choice.limited ? 'partly' : 'reached'} hideWord />
        </span>
        <strong>{choice.running ?? 'none'}</strong>
      </p>
      <p className={classes.text}>{choice.meaning}</p>
      <p className={classes.why}>{choice.why}</p>
      {isAdministrator && choice.canSwitch ? (
        <EngineOptions choice={choice} />
      ) : (
        <>
          {running && <EngineFailure engine={running} />}
          <PassedOver choice={choice} />
        </>
      )}
      {isAdministrator && !choice.canSwitch && <p className={classes.why}>It is set in the configuration and read when the server starts.</p>}
    </Panel>
  )
}

function PassedOver({ choice }: { choice: EngineChoice }) {
  const others = choice.engines.filter((engine) => engine.name !== choice.running)
  if (others.length === 0) return null
  return (
    <>
      <h3 className={classes.passedOver}>Passed over</h3>
      <dl className={classes.others}>
        {others.map((engine) => (
          <div key={engine.name}>
            <dt>
              {engine.name}
              <span className={classes.can}>{engine.available ? 'could run' : 'cannot run'}</span>
            </dt>
            <dd>{engine.reason}</dd>
            {engine.failure !== null && (
              <dd>
                <EngineFailure engine={engine} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </>
  )
}
