import { useEffect, useEffectEvent, useReducer, useRef } from 'react'
import type { Cue } from '@/realtime/session/callView'
import { addCue, nextChangeMs, noCues, settleCues, type CueTiming } from '@/realtime/session/cueTiming'

type Input = { cue: Cue; nowMs: number } | { settle: true; held: boolean; nowMs: number }

const fold = (timing: CueTiming, input: Input): CueTiming =>
  'cue' in input ? addCue(timing, input.cue, input.nowMs) : settleCues(timing, input.nowMs, input.held)

// What the log brings back after a refresh is not shown again.
const freshMs = 5000
const lookAgainMs = 500

/** The one cue to be shown now. `held`: a pointer or the focus rests on it. */
export function useCue(cues: readonly Cue[], callNowMs: () => number, held: boolean): Cue | null {
  const [timing, dispatch] = useReducer(fold, noCues)
  const seen = useRef(0)
  const isFresh = useEffectEvent((cue: Cue) => callNowMs() - cue.atMs < freshMs)
  useEffect(() => {
    const news = cues.filter((cue) => cue.seq > seen.current)
    seen.current = cues.at(-1)?.seq ?? 0
    news.filter(isFresh).forEach((cue) => dispatch({ cue, nowMs: performance.now() }))
  }, [cues])
  useEffect(() => {
    const at = nextChangeMs(timing)
    if (at === null) return
    const settle = () => dispatch({ settle: true, held, nowMs: performance.now() })
    const timer = setTimeout(() => {
      settle()
      // Held back by the pointer: look again until it leaves.
      again = setInterval(settle, lookAgainMs)
    }, Math.max(0, at - performance.now()))
    let again: ReturnType<typeof setInterval> | undefined
    return () => {
      clearTimeout(timer)
      clearInterval(again)
    }
  }, [timing, held])
  return timing.shown?.cue ?? null
}
