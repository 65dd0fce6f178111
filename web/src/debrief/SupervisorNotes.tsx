import { Anchor } from '@mantine/core'
import type { CallEvent } from '@/api/types'
import { clock } from '@/ui/format'
import { Panel } from '@/ui/Panel'
import { useMoments } from './moments'
import { eventsOf } from './readEvents'
import classes from './Strengths.module.css'

/** What a supervisor noted during the call, each at its moment. */
export function SupervisorNotes({ events }: { events: readonly CallEvent[] }) {
  const { canPlay, show } = useMoments()
  const notes = eventsOf(events, 'supervisorNoted')
  const lines = eventsOf(events, 'utteranceSpoken')
  if (notes.length === 0) return null
  return (
    <Panel title="Your supervisor noted">
      <ul className={classes.list}>
        {notes.map(({ seq, atMs, name, text }) => {
          const line = lines.findLast(({ startMs }) => startMs <= atMs)
          return (
            <li key={seq}>
              <p className={classes.text} dir="auto">
                {text}
              </p>
              <span>
                {name}, at {clock(atMs)}{' '}
                {line && (
                  <Anchor component="button" type="button" onClick={() => show(line.utterance, line.startMs)}>
                    {canPlay ? 'Play the moment' : 'Show the moment'}
                  </Anchor>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
