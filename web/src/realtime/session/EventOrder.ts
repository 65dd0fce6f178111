import type { CallEvent } from '../hub/contract'

/**
 * Lets events through once each and in order. What comes too early is held back until what is missing has come; then the
 * missing part has to be asked for.
 */
export class EventOrder {
  lastSeq = 0
  private readonly early = new Map<number, CallEvent>()

  /** True: something between is missing. */
  get hasGap(): boolean {
    return this.early.size > 0
  }

  /** What may be folded now. */
  accept(event: CallEvent): CallEvent[] {
    // 0: a passing event, not part of the log.
    if (event.seq === 0) return [event]
    if (event.seq <= this.lastSeq) return []
    this.early.set(event.seq, event)
    return this.drain()
  }

  acceptAll(events: readonly CallEvent[]): CallEvent[] {
    return events.flatMap((event) => this.accept(event))
  }

  private drain(): CallEvent[] {
    const ready: CallEvent[] = []
    for (let next = this.early.get(this.lastSeq + 1); next; next = this.early.get(this.lastSeq + 1)) {
      this.early.delete(next.seq)
      this.lastSeq = next.seq
      ready.push(next)
    }
    return ready
  }
}
