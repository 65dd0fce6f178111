import { Button } from '@mantine/core'
import { IconVolume } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { ListeningCall, ListeningSnapshot } from '@/realtime/supervision/ListeningCall'
import { CallLog } from './CallLog'
import { Desk } from './Desk'
import { ListenHeader } from './ListenHeader'
import classes from './ListenRoom.module.css'
import { listenStatus } from './listenStatus'
import { ModeChoice } from './ModeChoice'
import { Voices } from './Voices'

interface Props {
  call: ListeningCall
  snapshot: ListeningSnapshot
  state: NonNullable<ListeningSnapshot['call']>
}

/** A live call as a supervisor hears and reads it. */
export function ListenRoom({ call, snapshot, state }: Props) {
  const { view, soundBlocked } = snapshot
  const { text, tone } = listenStatus(snapshot, state)
  useEffect(() => {
    document.title = `${state.trainee} with ${state.patient} · Practice room`
  }, [state.trainee, state.patient])
  return (
    <main className={classes.room} id="main">
      <ListenHeader call={call} snapshot={snapshot} state={state} />
      <div className={classes.columns}>
        <div className={classes.talk}>
          <p className={classes.status} data-tone={tone} role="status">
            {text}
          </p>
          {soundBlocked && (
            <Button size="lg" leftSection={<IconVolume size={20} aria-hidden />} onClick={() => void call.allowSound()}>
              Click to hear the call
            </Button>
          )}
          <Voices view={view} state={state} />
          <ModeChoice call={call} snapshot={snapshot} state={state} />
          <Desk call={call} snapshot={snapshot} state={state} />
        </div>
        <aside className={classes.aside} aria-label="The call so far">
          <CallLog view={view} state={state} />
        </aside>
      </div>
    </main>
  )
}
