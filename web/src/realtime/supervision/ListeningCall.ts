import { Emitter } from '../Emitter'
import { asCallProblem, CallProblem } from '../hub/callProblem'
import type { CallEvent } from '../hub/contract'
import { callReducer } from '../session/callReducer'
import { emptyCall, type CallView } from '../session/callView'
import { EventOrder } from '../session/EventOrder'
import type { SupervisedState } from './contract'
import type { LiveEar } from './LiveEar'
import type { SupervisionHub } from './supervisionHub'

export type ListeningStage =
  | { is: 'connecting' }
  | { is: 'listening' }
  | { is: 'reconnecting' }
  /** The call broke off; it is joined again when it goes on. */
  | { is: 'waiting'; text: string }
  | { is: 'ended' }
  | { is: 'failed'; problem: CallProblem }

export interface ListeningSnapshot {
  stage: ListeningStage
  call: Omit<SupervisedState, 'events'> | null
  view: CallView
  /** The browser wants a click before anything can be heard. */
  soundBlocked: boolean
  refused: CallProblem | null
}

export interface ListeningParts {
  hub: SupervisionHub
  ear: Pick<LiveEar, 'open' | 'play' | 'silence' | 'unblock' | 'dispose' | 'blocked' | 'blockedChanged'>
  now: () => number
  /** Later; returns what cancels it. */
  after: (ms: number, then: () => void) => () => void
}

const lookAgainMs = 2_000

/** One call, as a supervisor is in it: its log, its voices, and what the supervisor does there. */
export class ListeningCall {
  readonly changed = new Emitter<void>()
  snapshot: ListeningSnapshot
  readonly callId: string
  private readonly parts: ListeningParts
  private order = new EventOrder()
  private clock = { callMs: 0, atMs: 0 }
  private stopHearing: (() => void) | null = null
  private cancelLook: (() => void) | null = null
  private disposed = false

  constructor(callId: string, parts: ListeningParts) {
    this.callId = callId
    this.parts = parts
    this.snapshot = { stage: { is: 'connecting' }, call: null, view: emptyCall, soundBlocked: parts.ear.blocked, refused: null }
    parts.ear.blockedChanged.on((soundBlocked) => this.update({ soundBlocked }))
  }

  /** Never throws: see the stage. Also tries again after it failed. */
  async open(): Promise<void> {
    this.update({ stage: { is: 'connecting' } })
    void this.parts.ear.open()
    try {
      await this.parts.hub.open({
        happened: (callId, event) => callId === this.callId && this.happened(event),
        dismissed: (callId, problem) => callId === this.callId && this.dismissed(problem),
        reconnecting: () => this.broke(),
        reconnected: () => void this.join(),
        closed: (problem) => problem && this.closed(problem),
      })
    } catch (error) {
      return this.fail(asCallProblem(error))
    }
    await this.join()
  }

  allowSound(): Promise<void> {
    return this.parts.ear.unblock()
  }

  /** Milliseconds on the call's clock. */
  get nowMs(): number {
    return this.clock.callMs + (this.parts.now() - this.clock.atMs)
  }

  dispose(): void {
    if (this.disposed) return
    this.disposed = true
    this.cancelLook?.()
    this.hangUp()
    void this.parts.hub.close()
    this.parts.ear.dispose()
  }

  private async join(): Promise<void> {
    if (this.disposed || this.snapshot.stage.is === 'ended') return
    try {
      this.attach(await this.listen())
    } catch (error) {
      const problem = asCallProblem(error)
      // Broken again while joining: the hub is at it already.
      if (problem.code === 'serverGone') return
      // After a crash the call waits for its trainee; it is joined when it goes on.
      if (problem.code === 'callNotRunning' && this.snapshot.call) return this.wait(problem.message)
      this.fail(problem)
    }
  }

  /** A server that lost its last second in a crash tells a shorter story: then it is read from the start. */
  private async listen(): Promise<SupervisedState> {
    try {
      return await this.parts.hub.invoke('Listen', this.callId, this.order.lastSeq)
    } catch (error) {
      if (asCallProblem(error).code !== 'seqOutOfRange' || this.order.lastSeq === 0) throw error
      this.order = new EventOrder()
      this.update({ view: emptyCall })
      return this.parts.hub.invoke('Listen', this.callId, 0)
    }
  }

  private attach({ events, ...call }: SupervisedState): void {
    if (this.disposed) return
    this.clock = { callMs: call.nowMs, atMs: this.parts.now() }
    const view = this.order.acceptAll(events).reduce(callReducer, this.snapshot.view)
    this.update({ stage: { is: 'listening' }, call, view, refused: null })
    this.hear()
  }

  private hear(): void {
    this.stopHearing?.()
    this.stopHearing = this.parts.hub.hear(this.callId, {
      packet: (packet) => this.parts.ear.play(packet.pcm),
      over: (problem) => problem && problem.code !== 'serverGone' && this.update({ refused: problem }),
    })
  }

  private happened(event: CallEvent): void {
    const events = this.order.accept(event)
    if (events.length === 0) return
    this.update({ view: events.reduce(callReducer, this.snapshot.view) })
    if (events.some((each) => each.type === 'callEnded')) this.ended()
  }

  private dismissed(problem: CallProblem): void {
    this.hangUp()
    if (problem.code === 'callInterrupted') this.wait(problem.message)
    else this.fail(problem)
  }

  private wait(text: string): void {
    this.update({ stage: { is: 'waiting', text } })
    this.cancelLook?.()
    this.cancelLook = this.parts.after(lookAgainMs, () => void this.join())
  }

  private ended(): void {
    this.hangUp()
    this.update({ stage: { is: 'ended' } })
  }

  private broke(): void {
    this.hangUp()
    if (this.snapshot.stage.is !== 'ended') this.update({ stage: { is: 'reconnecting' } })
  }

  private closed(problem: CallProblem): void {
    if (this.snapshot.stage.is !== 'ended' && this.snapshot.stage.is !== 'failed') this.fail(problem)
  }

  private fail(problem: CallProblem): void {
    this.hangUp()
    if (!this.disposed) this.update({ stage: { is: 'failed', problem } })
  }

  private hangUp(): void {
    this.stopHearing?.()
    this.stopHearing = null
    this.parts.ear.silence()
  }

  private update(change: Partial<ListeningSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change }
    this.changed.emit()
  }
}
