import type { CallView } from '@/realtime/session/callView'
import { percent } from '@/ui/format'
import classes from './Meters.module.css'

// People follow best between about 120 and 160 words a minute (National Center for Voice and Speech: 150 in conversation).
const pace = { min: 60, goodFrom: 110, goodTo: 170, max: 240 }
// A call is about the patient: the trainee's share is good around a half.
const share = { min: 0, goodFrom: 0.3, goodTo: 0.6, max: 1 }

/** Pace and share of the talk: small, for a glance. */
export function Meters({ view: { wordsPerMinute, talkRatio } }: { view: CallView }) {
  return (
    <section className={classes.meters} aria-label="Pace and talk">
      <Meter name="Your pace" scale={pace} value={wordsPerMinute} text={(wpm) => `${wpm} words a minute`} low="slow" high="fast" />
      <Meter name="You talked" scale={share} value={talkRatio} text={(ratio) => `${percent(ratio)} of the time`} low="little" high="much" />
    </section>
  )
}

interface MeterProps {
  name: string
  scale: typeof pace
  value: number | null
  text: (value: number) => string
  low: string
  high: string
}

function Meter({ name, scale, value, text, low, high }: MeterProps) {
  const place = (at: number) => `${Math.max(0, Math.min(1, (at - scale.min) / (scale.max - scale.min))) * 100}%`
  const verdict = value === null ? null : value < scale.goodFrom ? low : value > scale.goodTo ? high : 'good'
  return (
    <div className={classes.meter}>
      <span className={classes.name}>{name}</span>
      <span className={classes.value}>{value === null ? 'not yet' : `${text(value)}, ${verdict}`}</span>
      <div className={classes.track} aria-hidden>
        <span className={classes.good} style={{ left: place(scale.goodFrom), width: `calc(${place(scale.goodTo)} - ${place(scale.goodFrom)})` }} />
        {value !== null && <span className={classes.needle} style={{ left: place(value) }} />}
      </div>
    </div>
  )
}
