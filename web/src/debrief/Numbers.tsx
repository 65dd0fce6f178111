import type { CallNumbers } from '@/api/types'
import { duration, inSeconds, percent } from '@/ui/format'
import { Disclosure } from '@/ui/Disclosure'
import classes from './Numbers.module.css'

/** The figures behind the sentences; closed, because words are large and numbers are small here. */
export function Numbers({ numbers, notes }: { numbers: CallNumbers; notes: readonly string[] }) {
  const rows: [string, string][] = [
    ['Length of the call', duration(numbers.durationMs)],
    ['Your pace', numbers.wordsPerMinute === null ? 'not measured' : `${numbers.wordsPerMinute} words a minute`],
    ['Your share of the talking', numbers.talkRatio === null ? 'nobody spoke' : percent(numbers.talkRatio)],
    ['You answered after, mostly', numbers.medianResponseMs === null ? 'not measured' : inSeconds(numbers.medianResponseMs)],
    ['You spoke while the patient spoke', numbers.interruptions === 1 ? 'once' : `${numbers.interruptions} times`],
    ['Nobody spoke', inSeconds(numbers.deadAirMs)],
    ['On hold', inSeconds(numbers.holdMs)],
    ['Your longest stretch', inSeconds(numbers.longestMonologueMs)],
  ]
  return (
    <Disclosure title="In numbers" hint="Pace, share of the talking, silences">
      <dl className={classes.numbers}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
    </Disclosure>
  )
}
