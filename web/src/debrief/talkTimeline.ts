import type { TranscriptLine } from '@/api/types'

export interface Span {
  startMs: number
  endMs: number
}

export interface TalkTimeline {
  durationMs: number
  trainee: Span[]
  patient: Span[]
  /** A supervisor who spoke to both. */
  supervisor: Span[]
  /** Both speaking. */
  overlaps: Span[]
  /** Nobody speaking, for long enough to be noticed, and not on hold. */
  deadAir: Span[]
  holds: Span[]
  /** The trainee's share of all speech, 0-1; null before anybody spoke. */
  talkRatio: number | null
}

// Shorter overlaps are the ordinary handing over of the floor; shorter pauses are thinking.
const noticedOverlapMs = 250
const noticedSilenceMs = 3000

/** Who spoke when. Typed lines take no time of speech. */
export function talkTimeline(lines: readonly TranscriptLine[], durationMs: number, holds: readonly Span[] = []): TalkTimeline {
  const within = (spans: readonly Span[]) => spans.map((span) => common(span, { startMs: 0, endMs: durationMs })).filter((span) => length(span) > 0)
  const spoken = lines.filter((line) => !line.typed)
  const trainee = within(spoken.filter((line) => line.party === 'trainee'))
  const patient = within(spoken.filter((line) => line.party === 'patient'))
  const overlaps = trainee.flatMap((mine) => patient.map((theirs) => common(mine, theirs))).filter((span) => length(span) >= noticedOverlapMs)
  const talkMs = sum(trainee)
  const allMs = talkMs + sum(patient)
  return {
    durationMs,
    trainee,
    patient,
    supervisor: within(spoken.filter((line) => line.party === 'supervisor')),
    overlaps: overlaps.sort((a, b) => a.startMs - b.startMs),
    deadAir: within(silences(lines, holds)),
    holds: within(holds),
    talkRatio: allMs === 0 ? null : talkMs / allMs,
  }
}

/** Gaps between what was said (or typed), without the time on hold. The ringing before and the end do not count. */
function silences(said: readonly Span[], holds: readonly Span[]): Span[] {
  const taken = [...said, ...holds].sort((a, b) => a.startMs - b.startMs)
  const found: Span[] = []
  let heardUntil = taken[0]?.endMs ?? 0
  for (const span of taken) {
    if (span.startMs - heardUntil >= noticedSilenceMs) found.push({ startMs: heardUntil, endMs: span.startMs })
    heardUntil = Math.max(heardUntil, span.endMs)
  }
  return found
}

export const length = ({ startMs, endMs }: Span) => endMs - startMs
const sum = (spans: readonly Span[]) => spans.reduce((total, span) => total + length(span), 0)
const common = (a: Span, b: Span): Span => ({ startMs: Math.max(a.startMs, b.startMs), endMs: Math.min(a.endMs, b.endMs) })
