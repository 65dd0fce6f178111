import type { CallEvent, TranscriptLine } from '@/api/types'
import { clock, inSeconds } from '@/ui/format'
import { words } from '@/ui/words'
import { eventsOf, holdSpans, pauseSpans } from './readEvents'
import { length, talkTimeline } from './talkTimeline'

export type TranscriptRow = { kind: 'line'; atMs: number; line: TranscriptLine } | { kind: 'mark'; atMs: number; text: string }

/** What was said, and between the lines what happened: silences, holds, a break in the call. */
export function transcriptRows(lines: readonly TranscriptLine[], events: readonly CallEvent[], durationMs: number): TranscriptRow[] {
  const holds = holdSpans(events, durationMs)
  const mark = (atMs: number, text: string): TranscriptRow => ({ kind: 'mark', atMs, text })
  const rows: TranscriptRow[] = [
    ...lines.map((line): TranscriptRow => ({ kind: 'line', atMs: line.startMs, line })),
    ...talkTimeline(lines, durationMs, [...holds, ...pauseSpans(events, durationMs)]).deadAir.map((gap) => mark(gap.startMs, `Nobody spoke for ${inSeconds(length(gap))}`)),
    ...holds.map((hold) => mark(hold.startMs, `On hold for ${inSeconds(length(hold))}`)),
    ...eventsOf(events, 'supervisorNoted').map((event) => mark(event.atMs, `${event.name} noted: ${event.text}`)),
    ...eventsOf(events, 'noteWhispered').map((event) => mark(event.atMs, `${event.name} whispered: ${event.text}`)),
    ...eventsOf(events, 'supervisionChanged').map((event) => mark(event.atMs, event.mode === null ? `${event.name} left the call` : `${event.name} was ${words.supervision[event.mode]}`)),
    ...eventsOf(events, 'callPaused').map((event) => mark(event.atMs, event.paused ? `${event.name} paused the call: ${event.reason}` : `${event.name} let the call go on`)),
    ...eventsOf(events, 'callContinued').map((event) => mark(event.atMs, 'The call broke off here and was continued')),
    ...eventsOf(events, 'callEnded').map((event) => mark(event.atMs, event.text || `The call ended at ${clock(event.atMs)}`)),
  ]
  return rows.sort((a, b) => a.atMs - b.atMs)
}

/** The line that is heard at a moment: the one that began last. */
export function utteranceAt(lines: readonly TranscriptLine[], atMs: number): number | null {
  let heard: TranscriptLine | null = null
  for (const line of lines) {
    // A little beyond the end, so that the mark does not flicker between two lines.
    if (line.startMs <= atMs && atMs < line.endMs + 400 && (heard === null || line.startMs >= heard.startMs)) heard = line
  }
  return heard?.utterance ?? null
}
