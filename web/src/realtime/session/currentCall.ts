import type { LiveCall } from './LiveCall'

// Leaving a page and coming to the next takes a moment in which nobody holds the call.
const lingerMs = 1000
// The next page may first have to be loaded.
const handOverMs = 30_000

/** The call this window takes part in, handed from the page that placed it to the page that shows it. */
let held: { callId: string; call: LiveCall; holders: number; timer: ReturnType<typeof setTimeout> | null } | null = null

export function keepCall(callId: string, call: LiveCall): void {
  if (held && held.call !== call) held.call.dispose()
  held = { callId, call, holders: 0, timer: null }
  release(callId, handOverMs)
}

export function currentCall(callId: string): LiveCall | null {
  return held?.callId === callId ? held.call : null
}

/** The call of that id, or the one that `make` gives. Each take needs its release. */
export function takeCall(callId: string, make: () => LiveCall): LiveCall {
  if (held?.callId !== callId) keepCall(callId, make())
  const taken = held as NonNullable<typeof held>
  taken.holders++
  if (taken.timer) clearTimeout(taken.timer)
  taken.timer = null
  return taken.call
}

export function releaseCall(callId: string): void {
  if (held?.callId !== callId) return
  held.holders--
  release(callId, lingerMs)
}

function release(callId: string, afterMs: number): void {
  const current = held
  if (!current || current.callId !== callId || current.holders > 0) return
  current.timer = setTimeout(() => {
    if (held !== current || current.holders > 0) return
    current.call.dispose()
    held = null
  }, afterMs)
}
