interface Span {
  startMs: number
  endMs: number
}

/** The line being heard: the last that has begun and not ended, or else the last before. Lines are in order of their beginnings. */
export function lineAt<T extends Span>(lines: readonly T[], atMs: number): T | undefined {
  const begun = lines.filter((line) => line.startMs <= atMs)
  return begun.findLast((line) => line.endMs > atMs) ?? begun.at(-1)
}

/** The next thing that begins after a moment, or the one before the one being heard; a second's grace, so that "back" twice goes back twice. */
export function neighbour<T extends Span>(spans: readonly T[], atMs: number, step: 1 | -1): T | undefined {
  return step === 1 ? spans.find(({ startMs }) => startMs > atMs + 50) : spans.findLast(({ startMs }) => startMs < atMs - 1_000)
}

/** Shorter pauses are part of how people talk. */
export const longPauseMs = 1_500

/** Where to go on from a moment in a long pause; null where somebody speaks or soon will. */
export function afterSilence(lines: readonly Span[], atMs: number): number | null {
  if (lines.some(({ startMs, endMs }) => startMs <= atMs && atMs < endMs + 300)) return null
  const next = lines.find(({ startMs }) => startMs > atMs)
  return next && next.startMs - atMs > longPauseMs ? next.startMs - 300 : null
}

/** The sound tells its place a few times a second, so it runs over the end of a line. */
const overrunMs = 1_000

/** What becomes of a line that is repeated: it is still being heard, has just ended, or somebody went elsewhere. */
export function repeatOf(lines: readonly Span[], repeated: Span, atMs: number): 'within' | 'again' | 'elsewhere' {
  // A jump to a line goes to its very beginning, where the sound by itself hardly ever says it is.
  if (lines.some(({ startMs }) => startMs === atMs && startMs !== repeated.startMs)) return 'elsewhere'
  if (atMs >= repeated.startMs && atMs < repeated.endMs) return 'within'
  return atMs >= repeated.endMs && atMs < repeated.endMs + overrunMs ? 'again' : 'elsewhere'
}
