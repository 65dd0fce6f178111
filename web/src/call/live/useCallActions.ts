import { useState } from 'react'
import type { CallSnapshot, LiveCall } from '@/realtime/session/LiveCall'

export interface CallActions {
  /** Undefined: there is no microphone to mute. */
  mute: (() => void) | undefined
  hold: () => void
  /** Undefined: none are given at this level. */
  hint: (() => void) | undefined
  /** True: one was asked for, and there was none. */
  noHint: boolean
  end: () => void
}

/** What the trainee can do right now. */
export function useCallActions(call: LiveCall, { view, muted, microphone }: CallSnapshot): CallActions {
  const [noHint, setNoHint] = useState(false)
  const hintsGiven = view.placed?.difficulty === 'beginner' || view.placed?.difficulty === 'intermediate'
  return {
    mute: microphone.status === 'live' ? () => void call.mute(!muted) : undefined,
    hold: () => void call.hold(!view.onHold),
    hint: hintsGiven ? () => void call.hint().then((hint) => setNoHint(hint === null)) : undefined,
    noHint,
    end: () => void call.end(),
  }
}
