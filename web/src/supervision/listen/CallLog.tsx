import { useEffect, useRef } from 'react'
import type { CallView } from '@/realtime/session/callView'
import { clock } from '@/ui/format'
import classes from './ListenRoom.module.css'
import { logRows } from './logRows'

const nearEndPx = 60

interface Props {
  view: CallView
  state: { trainee: string; patient: string }
}

/** Everything so far. Follows the newest line unless one has scrolled back to read. */
export function CallLog({ view, state }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const following = useRef(true)
  const rows = logRows(view)
  useEffect(() => {
    if (following.current && box.current) box.current.scrollTop = box.current.scrollHeight
  }, [rows.length])
  const onScroll = () => {
    const { scrollHeight, scrollTop, clientHeight } = box.current as HTMLDivElement
    following.current = scrollHeight - scrollTop - clientHeight < nearEndPx
  }
  const names = { trainee: state.trainee, patient: state.patient, supervisor: 'Supervisor' }
  return (
    <div className={classes.log}>
      <h2 id="log" className={classes.logTitle}>
        So far
      </h2>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region has to be reachable by keyboard */}
      <div ref={box} className={classes.lines} onScroll={onScroll} tabIndex={0} role="region" aria-labelledby="log">
        {rows.map(({ key, party, atMs, text, cutOff, typed }) => (
          <p key={key} className={classes.line} data-party={party}>
            {party !== 'mark' && (
              <span className={classes.who}>
                {names[party]} <span className={classes.at}>{clock(atMs)}</span>
              </span>
            )}
            <span dir="auto">{text}</span>
            {cutOff && <span className={classes.soft}> (cut off)</span>}
            {typed && <span className={classes.soft}> (typed)</span>}
          </p>
        ))}
      </div>
    </div>
  )
}
