import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useId } from 'react'
import type { EngineRole, EngineState } from '@/api/types'
import { words } from '@/ui/words'
import { EngineFailure } from './EngineFailure'
import classes from './EngineOptions.module.css'
import { EngineTrial } from './EngineTrial'
import type { EngineOption } from './engineWords'

interface Props {
  role: EngineRole
  option: EngineOption
  /** Absent for "the best" and for none. */
  engine: EngineState | undefined
  chosen: boolean
  running: boolean
  saving: boolean
  choose: () => void
}

/** One choice with its consequence. The button stays where it is when it has been pressed, and so does the focus. */
export function EngineOptionRow({ role, option, engine, chosen, running, saving, choose }: Props) {
  const consequence = useId()
  const says = saving ? 'Saving' : chosen ? 'Chosen' : 'Choose'
  return (
    <li className={classes.row} data-chosen={chosen || undefined}>
      <div className={classes.what}>
        <span className={classes.name}>
          <strong>{option.label}</strong>
          {engine && <span className={classes.can}>{running ? 'runs' : engine.available ? 'could run' : 'cannot run'}</span>}
        </span>
        <span id={consequence}>{option.consequence}</span>
        {engine && <span className={classes.soft}>{engine.reason}</span>}
        {engine && <EngineFailure engine={engine} />}
      </div>
      <Button
        className={classes.choose}
        size="compact-md"
        variant={chosen ? 'light' : 'default'}
        leftSection={chosen && <IconCheck size={16} aria-hidden />}
        aria-pressed={chosen}
        aria-busy={saving}
        aria-label={`${says}: ${option.label}, for ${words.engine[role]}`}
        aria-describedby={consequence}
        onClick={choose}
      >
        {says}
      </Button>
      {engine?.available && <EngineTrial role={role} name={engine.name} />}
    </li>
  )
}
