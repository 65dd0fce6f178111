import type { TurnTiming } from '@/realtime/session/callView'

export interface Piece {
  name: string
  word: string
  fromMs: number
  ms: number
}

const steps = [
  ['endpointMs', 'noticing that you had finished'],
  ['finalMs', 'writing down the last words'],
  ['decisionMs', 'deciding what to answer'],
  ['firstWordMs', 'finding the words'],
  ['firstAudioMs', 'making the first sound'],
  ['firstPlayedMs', 'bringing it to your ear'],
] as const

/** A turn's offsets as pieces one after the other. A stage that ran ahead of another's end takes no time of its own. */
export function waterfall(timing: TurnTiming): { pieces: Piece[]; totalMs: number } {
  let at = 0
  const pieces: Piece[] = []
  for (const [name, word] of steps) {
    const until = timing[name]
    if (until === null) continue
    const ms = Math.max(0, until - at)
    pieces.push({ name, word, fromMs: at, ms })
    at += ms
  }
  return { pieces, totalMs: at }
}
