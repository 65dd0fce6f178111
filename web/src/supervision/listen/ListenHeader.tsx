import { useEffect, useReducer } from 'react'
import { ConnectionBadge } from '@/call/live/ConnectionBadge'
import type { Connection } from '@/realtime/session/connectionMachine'
import type { ListeningCall, ListeningSnapshot } from '@/realtime/supervision/ListeningCall'
import { hubPath } from '@/realtime/webrtc/pathView'
import { clock } from '@/ui/format'
import { LinkButton } from '@/ui/LinkButton'
import { Mark } from '@/ui/Mark'
import classes from './ListenRoom.module.css'

/** Whose call it is, and the way out of it. */
export function ListenHeader({ call, snapshot, state }: { call: ListeningCall; snapshot: ListeningSnapshot; state: NonNullable<ListeningSnapshot['call']> }) {
  const [, tick] = useReducer((n: number) => n + 1, 0)
  useEffect(() => {
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <header className={classes.header}>
      <Mark size={30} />
      <div className={classes.names}>
        <h1 className={classes.title}>
          {state.trainee} with {state.patient}
        </h1>
        <p className={classes.scenario}>{state.scenarioTitle}</p>
      </div>
      <ConnectionBadge connection={connectionOf(snapshot)} path={{ ...hubPath, via: snapshot.via }} />
      <span className={classes.time}>{clock(call.nowMs)}</span>
      <LinkButton to="/wallboard" variant="default">
        Leave the call
      </LinkButton>
    </header>
  )
}

function connectionOf({ stage }: ListeningSnapshot): Connection {
  if (stage.is === 'connecting') return { is: 'connecting' }
  return stage.is === 'listening' ? { is: 'connected' } : { is: 'reconnecting', sinceMs: 0 }
}
