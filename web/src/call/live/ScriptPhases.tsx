import { VisuallyHidden } from '@mantine/core'
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import type { ScenarioBriefing } from '@/api/types'
import classes from './ScriptPhases.module.css'

/** The script, phase by phase, ticking off; the first open one shows its phrases. */
export function ScriptPhases({ phases, done, used }: { phases: ScenarioBriefing['phases']; done: readonly string[]; used: readonly string[] }) {
  const next = phases.find(({ id }) => !done.includes(id))?.id
  return (
    <section aria-labelledby="script-phases" className={classes.phases}>
      <h2 id="script-phases" className={classes.title}>
        Script
      </h2>
      <ol className={classes.list}>
        {phases.map((phase) => {
          const isDone = done.includes(phase.id)
          return (
            <li key={phase.id} data-done={isDone || undefined} aria-current={phase.id === next ? 'step' : undefined}>
              <span className={classes.phase}>
                {isDone ? <IconCircleCheckFilled size={20} aria-hidden /> : <IconCircle size={20} aria-hidden />}
                <span>
                  {phase.title}
                  {isDone && <VisuallyHidden component="span">, done</VisuallyHidden>}
                </span>
              </span>
              {phase.id === next && (
                <ul className={classes.phrases}>
                  {phase.keyPhrases.map(({ id, phrase }) => (
                    <li key={id} data-used={used.includes(id) || undefined}>
                      {phrase}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
