import type { Cue } from './callView'

/** One cue at a time, long enough to be read; what waited too long is left to the debrief. */
export interface CueTiming {
  shown: { cue: Cue; sinceMs: number } | null
  waiting: readonly { cue: Cue; sinceMs: number }[]
}

export const noCues: CueTiming = { shown: null, waiting: [] }

const leastMs = 3500
const perWordMs = 330
const mostMs = 9000
const staleMs = 10_000
const urgency = { warning: 2, suggestion: 1, praise: 0 } satisfies Record<Cue['kind'], number>

/** How long it takes to read once with a glance to spare. */
export function readingMs(cue: Cue): number {
  const words = cue.text.trim().split(/\s+/).length
  return Math.min(mostMs, Math.max(leastMs, 1500 + words * perWordMs))
}

export function addCue(timing: CueTiming, cue: Cue, nowMs: number): CueTiming {
  return settleCues({ ...timing, waiting: [...timing.waiting, { cue, sinceMs: nowMs }] }, nowMs)
}

/** To be called when a cue was added and when `nextChangeMs` has come. While a pointer rests on the cue it stays (`held`). */
export function settleCues(timing: CueTiming, nowMs: number, held = false): CueTiming {
  const { shown } = timing
  if (shown && (held || nowMs - shown.sinceMs < readingMs(shown.cue))) return timing
  const waiting = timing.waiting.filter(({ cue, sinceMs }) => cue.kind === 'warning' || nowMs - sinceMs < staleMs)
  const [next] = [...waiting].sort((a, b) => urgency[b.cue.kind] - urgency[a.cue.kind])
  if (!next) return shown === null && waiting.length === timing.waiting.length ? timing : noCues
  return { shown: { cue: next.cue, sinceMs: nowMs }, waiting: waiting.filter((entry) => entry !== next) }
}

/** When to settle again; null: not before another cue comes. */
export function nextChangeMs({ shown }: CueTiming): number | null {
  return shown && shown.sinceMs + readingMs(shown.cue)
}
