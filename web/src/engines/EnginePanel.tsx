import type { EngineChoice } from '@/api/types'
import { OutcomeMark } from '@/ui/OutcomeMark'
import { Panel } from '@/ui/Panel'
import { words } from '@/ui/words'
import classes from './EnginePanel.module.css'

/** One role: what runs for it, why, what that means, and what was passed over. */
export function EnginePanel({ choice }: { choice: EngineChoice }) {
  const others = choice.engines.filter((engine) => engine.name !== choice.running)
  return (
    <Panel title={words.engine[choice.role]} aside={<span className={classes.state}>{choice.running === null ? 'None runs' : choice.limited ? 'Limited' : 'Runs'}</span>}>
      <p className={classes.running}>
        <OutcomeMark status={choice.running === null ? 'missed' : choice.limited ? 'partly' : 'reached'} hideWord />
        <strong>{choice.running ?? 'none'}</strong>
      </p>
      <p className={classes.text}>{choice.meaning}</p>
      <p className={classes.why}>{choice.why}</p>
      {others.length > 0 && (
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
              </div>
            ))}
          </dl>
        </>
      )}
    </Panel>
  )
}
