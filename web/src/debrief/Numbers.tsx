import type { ReactNode } from 'react'
import type { CallNumbers, ListeningResult } from '@/api/types'
import { duration, inSeconds, percent } from '@/ui/format'
import { Disclosure } from '@/ui/Disclosure'
import classes from './Numbers.module.css'

interface Props {
  numbers: CallNumbers
  listening: ListeningResult | null
  notes: readonly string[]
  /** A picture that belongs to them. */
  children?: ReactNode
}

/** The figures behind the sentences; closed, because words are large and numbers are small here. */
export function Numbers({ numbers, listening, notes, children }: Props) {
  const heard = (value: string) => (numbers.overlapsMeasured ? value : 'not measured: one channel')
  const rows: [string, string][] = [
    ['Length of the call', duration(numbers.durationMs)],
    ['Your pace', numbers.wordsPerMinute === null ? 'not measured' : `${numbers.wordsPerMinute} words a minute`],
    ['Your share of the talking', numbers.talkRatio === null ? 'nobody spoke' : percent(numbers.talkRatio)],
    ['You answered after, mostly', numbers.medianResponseMs === null ? 'not measured' : inSeconds(numbers.medianResponseMs)],
    ['You spoke while the patient spoke', heard(times(numbers.interruptions))],
    ['The patient spoke while you spoke', heard(times(numbers.interruptedByPatient))],
    ['Both spoke', heard(inSeconds(numbers.overlapMs))],
    ['Nobody spoke', inSeconds(numbers.deadAirMs)],
    ['On hold', inSeconds(numbers.holdMs)],
    ['Your longest stretch', inSeconds(numbers.longestMonologueMs)],
    ['Listening', listening?.quality == null ? 'not judged' : `${listening.quality} of 100`],
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
      {listening && <p className={classes.note}>{listening.because}</p>}
      {children}
      {notes.map((note) => (
        <p key={note} className={classes.note}>
          {note}
        </p>
      ))}
    </Disclosure>
  )
}

const times = (n: number) => (n === 0 ? 'never' : n === 1 ? 'once' : `${n} times`)
