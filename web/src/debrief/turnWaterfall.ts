import type { CallEvent } from '@/api/types'
import { eventsOf } from './readEvents'

export const stages = ['endpoint', 'final', 'decision', 'firstWord', 'firstAudio', 'firstPlayed'] as const
export type Stage = (typeof stages)[number]

export const stageWords: Record<Stage, string> = {
  endpoint: 'Waiting whether you go on',
  final: 'Writing down what you said',
  decision: 'The patient decides',
  firstWord: 'Finding the words',
  firstAudio: 'Making the voice',
  firstPlayed: 'Way to your loudspeaker',
}

export interface Turn {
  utterance: number
  /** One after the other, from the end of the trainee's speech. */
  parts: { stage: Stage; startMs: number; endMs: number }[]
  totalMs: number
  endpointReason: string
}

/** The latency of every turn, stage by stage. A stage that the log has before its forerunner takes no time. */
export function turnWaterfall(events: readonly CallEvent[]): Turn[] {
  return eventsOf(events, 'turnTimed').map((event) => {
    const parts: Turn['parts'] = []
    let reached = 0
    for (const stage of stages) {
      const at = event[`${stage}Ms`]
      if (at === null) continue
      parts.push({ stage, startMs: reached, endMs: Math.max(reached, at) })
      reached = Math.max(reached, at)
    }
    return { utterance: event.utterance, parts, totalMs: reached, endpointReason: event.endpointReason }
  })
}

export function medianTotalMs(turns: readonly Turn[]): number | null {
  const totals = turns.map((turn) => turn.totalMs).sort((a, b) => a - b)
  const middle = totals[Math.floor((totals.length - 1) / 2)]
  return middle ?? null
}
