import { Button } from '@mantine/core'
import { IconKeyboard, IconPhone } from '@tabler/icons-react'
import { useState } from 'react'
import type { ScenarioBriefing } from '@/api/types'
import { Panel } from '@/ui/Panel'
import classes from './Check.module.css'
import { DifficultyChoice } from './DifficultyChoice'
import { LoudspeakerCheck } from './LoudspeakerCheck'
import { MicrophoneCheck } from './MicrophoneCheck'
import { StartProblem } from './StartProblem'
import { useOwnMicrophone } from './useOwnMicrophone'
import { useStartCall } from './useStartCall'

/** Be sure you are heard, then call. */
export function StartCall({ card }: { card: ScenarioBriefing['card'] }) {
  const [difficulty, setDifficulty] = useState(card.difficulty)
  const own = useOwnMicrophone()
  const start = useStartCall(card.id, own)
  const canSpeak = own.state.status === 'live'
  const starting = (typed: boolean) => start.isPending && start.variables.typed === typed
  return (
    <Panel title="Before you call">
      <MicrophoneCheck own={own} />
      <LoudspeakerCheck microphoneStatus={own.state.status} />
      <DifficultyChoice value={difficulty} written={card.difficulty} onChange={setDifficulty} />
      {start.isError && <StartProblem problem={start.error} />}
      <div className={classes.row}>
        <Button
          size="lg"
          className={classes.grow}
          leftSection={<IconPhone size={20} aria-hidden />}
          disabled={!canSpeak || start.isPending}
          loading={starting(false)}
          onClick={() => start.mutate({ difficulty, typed: false })}
        >
          Call {card.patientName}
        </Button>
        <Button
          size="lg"
          variant={canSpeak ? 'default' : 'filled'}
          className={classes.grow}
          leftSection={<IconKeyboard size={20} aria-hidden />}
          disabled={start.isPending}
          loading={starting(true)}
          onClick={() => start.mutate({ difficulty, typed: true })}
        >
          Call and type instead
        </Button>
      </div>
    </Panel>
  )
}
