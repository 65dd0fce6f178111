import type { CallEvent } from '@/api/types'
import type { Span } from './talkTimeline'

export type EventOf<T extends CallEvent['type']> = Extract<CallEvent, { type: T }>

export function eventsOf<T extends CallEvent['type']>(events: readonly CallEvent[], type: T): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type)
}

/** From going on hold to coming back, or to the end of the call. */
export const holdSpans = (events: readonly CallEvent[], endMs: number): Span[] =>
  spansOf(eventsOf(events, 'holdChanged').map(({ atMs, onHold }) => ({ atMs, on: onHold })), endMs)

/** From when a supervisor paused the call to when it went on. */
export const pauseSpans = (events: readonly CallEvent[], endMs: number): Span[] =>
  spansOf(eventsOf(events, 'callPaused').map(({ atMs, paused }) => ({ atMs, on: paused })), endMs)

function spansOf(changes: readonly { atMs: number; on: boolean }[], endMs: number): Span[] {
  const spans: Span[] = []
  let since: number | null = null
  for (const { atMs, on } of changes) {
    if (on) since ??= atMs
    else if (since !== null) {
      spans.push({ startMs: since, endMs: atMs })
      since = null
    }
  }
  if (since !== null) spans.push({ startMs: since, endMs })
  return spans
}

/** The trainee's utterances that the patient could make nothing of. */
export function misunderstoodUtterances(events: readonly CallEvent[]): Set<number> {
  const misunderstood = new Set<number>()
  let latest: number | null = null
  for (const event of events) {
    if (event.type === 'utteranceUnderstood') {
      latest = event.utterance
      if (event.acts.every((one) => one.act === 'unclear')) misunderstood.add(event.utterance)
    }
    if (event.type === 'patientDecided' && event.act === 'notUnderstood' && latest !== null) misunderstood.add(latest)
  }
  return misunderstood
}
