import { useEffect, useRef } from 'react'
import type { Line } from '@/realtime/session/callView'
import { clock } from '@/ui/format'
import classes from './Transcript.module.css'

const nearEndPx = 60

/** Everything said so far. Follows the newest line unless one has scrolled back to read. */
export function Transcript({ lines, patient }: { lines: readonly Line[]; patient: string }) {
  const box = useRef<HTMLDivElement>(null)
  const following = useRef(true)
  useEffect(() => {
    if (following.current && box.current) box.current.scrollTop = box.current.scrollHeight
  }, [lines])
  const onScroll = () => {
    const { scrollHeight, scrollTop, clientHeight } = box.current as HTMLDivElement
    following.current = scrollHeight - scrollTop - clientHeight < nearEndPx
  }
  return (
    <div className={classes.transcript}>
      <h2 id="transcript" className={classes.title}>
        So far
      </h2>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region has to be reachable by keyboard */}
      <div ref={box} className={classes.lines} onScroll={onScroll} tabIndex={0} role="region" aria-labelledby="transcript">
        {lines.length === 0 && <p className={classes.empty}>What you both say will stand here.</p>}
        {lines.map((line) => (
          <p key={line.utterance} className={classes.line} data-party={line.party}>
            <span className={classes.who}>
              {line.party === 'trainee' ? 'You' : line.party === 'patient' ? patient : 'Supervisor'} <span className={classes.at}>{clock(line.startMs)}</span>
            </span>
            <span dir="auto">{line.text}</span>
            {line.cutOff && <span className={classes.cut}> (cut off)</span>}
          </p>
        ))}
      </div>
    </div>
  )
}
