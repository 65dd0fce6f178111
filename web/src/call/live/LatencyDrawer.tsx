import { Drawer } from '@mantine/core'
import type { Line, TurnTiming } from '@/realtime/session/callView'
import classes from './LatencyDrawer.module.css'
import { waterfall } from './waterfall'

interface Props {
  opened: boolean
  close: () => void
  timings: readonly TurnTiming[]
  lines: readonly Line[]
}

/** How long each turn took from the trainee's last sound to the patient's first, piece by piece. */
export function LatencyDrawer({ opened, close, timings, lines }: Props) {
  const longest = Math.max(1000, ...timings.map((timing) => waterfall(timing).totalMs))
  return (
    <Drawer opened={opened} onClose={close} position="right" transitionProps={{ duration: 120 }} title="How fast each turn was" closeButtonProps={{ 'aria-label': 'Close' }}>
      {timings.length === 0 && <p>After your first turn you will see here how long the patient took to answer, and what for.</p>}
      <ol className={classes.turns}>
        {[...timings].reverse().map((timing) => (
          <Turn key={timing.utterance} timing={timing} longest={longest} text={lines.find((line) => line.utterance === timing.utterance)?.text} />
        ))}
      </ol>
    </Drawer>
  )
}

function Turn({ timing, longest, text }: { timing: TurnTiming; longest: number; text: string | undefined }) {
  const { pieces, totalMs } = waterfall(timing)
  return (
    <li className={classes.turn}>
      <p className={classes.said}>{text}</p>
      <p className={classes.total}>
        {totalMs} ms{timing.firstPlayedMs === null && ' until the first sound was made'}
      </p>
      <div className={classes.bar} aria-hidden>
        {pieces.map(({ name, fromMs, ms }) => (
          <span key={name} className={classes.piece} data-piece={name} style={{ left: `${(fromMs / longest) * 100}%`, width: `${(ms / longest) * 100}%` }} />
        ))}
      </div>
      <ul className={classes.pieces}>
        {pieces.map(({ name, word, ms }) => (
          <li key={name}>
            <span className={classes.key} data-piece={name} aria-hidden /> {word}: {ms} ms
          </li>
        ))}
      </ul>
      {timing.endpointReason && <p className={classes.reason}>{timing.endpointReason}</p>}
      {timing.prepared && <p className={classes.reason}>The reply was ready before you had finished.</p>}
    </li>
  )
}
