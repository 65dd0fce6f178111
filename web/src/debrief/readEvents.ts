import type { CallEvent } from '@/api/types'
import type { Span } from './talkTimeline'

export type EventOf<T extends CallEvent['type']> = Extract<CallEvent, { type: T }>

export function eventsOf<T extends CallEvent['type']>(events: readonly CallEvent[], type: T): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type)
}

/** From going on hold to coming back, or to the end of the call. */
export function holdSpans(events: readonly CallEvent[], endMs: number): Span[] {
  const spans: Span[] = []
  let since: number | null = null
  for (const event of eventsOf(events, 'holdChanged')) {
    if (event.onHold) since ??= event.atMs
    else if (since !== null) {
      spans.push({ startMs: since, endMs: event.atMs })
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
