import type { Microphone, MicrophoneState } from '../capture/Microphone'
import { Emitter } from '../Emitter'
import { asCallProblem, CallProblem } from '../hub/callProblem'
import type { CallEvent } from '../hub/contract'
import { callReducer } from '../session/callReducer'
import { emptyCall, type CallView } from '../session/callView'
import { EventOrder } from '../session/EventOrder'
import type { AudioUpload } from '../hub/streams'
import type { OpenLink } from '../webrtc/WebRtcLink'
import type { AudioPath } from '../webrtc/pathView'
import type { SupervisedState, SupervisionMethods, SupervisionState } from './contract'
import { ListenerPath } from './ListenerPath'
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
  /** How the sound comes. */
  via: AudioPath
  /** How the supervisor takes part. */
  part: SupervisionState
  /** Opened for whispering and barging in, and not before. */
  microphone: MicrophoneState
  /** What the supervisor asked for last and was refused. */
  refused: CallProblem | null
}

/** What a supervisor does in a call beside listening; each takes the call first. */
export type SupervisorDeed = 'Say' | 'WhisperNote' | 'Note' | 'Cue' | 'Pause' | 'End'

type WithoutCall<T> = T extends [string, ...infer Rest] ? Rest : never

export interface ListeningParts {
  hub: SupervisionHub
  ear: Pick<LiveEar, 'open' | 'play' | 'playRemote' | 'silence' | 'unblock' | 'dispose' | 'blocked' | 'blockedChanged'>
  microphone: Pick<Microphone, 'state' | 'track' | 'changed' | 'frames' | 'open' | 'close' | 'dispose'>
  /** Null: this browser has no WebRTC. */
  openLink: OpenLink | null
  now: () => number
  /** Later; returns what cancels it. */
  after: (ms: number, then: () => void) => () => void
}

const lookAgainMs = 2_000
const listening: SupervisionState = { mode: 'listen', shown: false, recognised: false }

/** One call, as a supervisor is in it: its log, its voices, and what the supervisor does there. */
export class ListeningCall {
  readonly changed = new Emitter<void>()
  snapshot: ListeningSnapshot
  readonly callId: string
  private readonly parts: ListeningParts
  private readonly path: ListenerPath
  private order = new EventOrder()
  private clock = { callMs: 0, atMs: 0 }
  private stopHearing: (() => void) | null = null
  private voice: AudioUpload | null = null
  private spoken = { seq: 0, offset: 0 }
  private cancelLook: (() => void) | null = null
  private disposed = false

  constructor(callId: string, parts: ListeningParts) {
    this.callId = callId
    this.parts = parts
    this.path = new ListenerPath({ ...parts, toWebRtc: (voice) => this.toWebRtc(voice), toHub: () => this.toHub() })
    this.snapshot = { stage: { is: 'connecting' }, call: null, view: emptyCall, soundBlocked: parts.ear.blocked, via: 'hub', part: listening, microphone: parts.microphone.state, refused: null }
    parts.ear.blockedChanged.on((soundBlocked) => this.update({ soundBlocked }))
    parts.microphone.changed.on((microphone) => this.microphoneChanged(microphone))
    parts.microphone.frames.on((frame) => this.speak(frame))
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

  /** Whispers, barges in, or hands back. The microphone is opened once the server has agreed, and closed with the mode. */
  async setMode(mode: SupervisionState['mode'], microphoneId: string | null): Promise<void> {
    // What is said until the server has agreed belongs to neither mode.
    this.stopVoice()
    if (mode === 'listen') this.closeVoice()
    await this.ask(async () => {
      const part = await this.parts.hub.invoke('SetMode', this.callId, mode)
      this.closeVoice()
      this.update({ part })
      if (mode === 'listen' || (mode === 'barge' && !part.recognised)) return
      await this.parts.microphone.open(microphoneId)
    })
    this.carryVoice()
  }

  /** True when it was done; otherwise see what was refused. */
  do<D extends SupervisorDeed>(deed: D, ...args: WithoutCall<Parameters<SupervisionMethods[D]>>): Promise<boolean> {
    return this.ask(async () => {
      await this.parts.hub.invoke(deed, ...([this.callId, ...args] as unknown as Parameters<SupervisionMethods[D]>))
    })
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
    this.parts.microphone.dispose()
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
    this.update({ stage: { is: 'listening' }, call, view, refused: null, part: { ...listening, shown: call.shown } })
    this.hear()
    this.path.begin(this.callId, call.webRtc)
  }

  private hear(): void {
    this.stopHearing?.()
    this.stopHearing = this.parts.hub.hear(this.callId, {
      packet: (packet) => this.parts.ear.play(packet.pcm),
      over: (problem) => problem && problem.code !== 'serverGone' && this.update({ refused: problem }),
    })
  }

  private toWebRtc(voice: MediaStream): void {
    this.stopHearing?.()
    this.stopHearing = null
    this.parts.ear.playRemote(voice)
    this.update({ via: 'webRtc' })
    this.carryVoice()
  }

  private toHub(): void {
    this.parts.ear.playRemote(null)
    this.update({ via: 'hub' })
    this.hear()
    this.carryVoice()
  }

  /** The supervisor's voice goes the way that the sound comes. */
  private carryVoice(): void {
    this.stopVoice()
    if (this.snapshot.part.mode === 'listen' || this.parts.microphone.state.status === 'off') return
    if (this.path.speak(this.parts.microphone.track)) return
    this.spoken = { seq: 0, offset: 0 }
    this.voice = this.parts.hub.speak(this.callId, (problem) => this.voiceOver(problem))
  }

  private microphoneChanged(microphone: MicrophoneState): void {
    // Another one in place of one that was lost; the hub takes its frames as they come.
    if (microphone.status === 'live' && !this.voice && this.snapshot.part.mode !== 'listen') this.path.use(this.parts.microphone.track)
    this.update({ microphone })
  }

  private speak(frame: Int16Array<ArrayBuffer>): void {
    if (!this.voice) return
    this.voice.send({ seq: this.spoken.seq, utterance: 0, offset: this.spoken.offset, pcm: frame })
    this.spoken = { seq: this.spoken.seq + 1, offset: this.spoken.offset + frame.length }
  }

  private voiceOver(problem: CallProblem | null): void {
    this.voice = null
    if (problem && problem.code !== 'serverGone') this.update({ refused: problem })
  }

  private stopVoice(): void {
    this.voice?.close()
    this.voice = null
    this.path.use(null)
  }

  private closeVoice(): void {
    this.stopVoice()
    this.path.use(null)
    if (this.parts.microphone.state.status !== 'off') this.parts.microphone.close()
  }

  private async ask(what: () => Promise<void>): Promise<boolean> {
    this.update({ refused: null })
    try {
      await what()
      return true
    } catch (error) {
      this.update({ refused: asCallProblem(error) })
      return false
    }
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
    this.closeVoice()
    this.stopHearing?.()
    this.stopHearing = null
    this.path.stop()
    this.parts.ear.playRemote(null)
    this.parts.ear.silence()
    if (this.snapshot.via !== 'hub') this.update({ via: 'hub' })
  }

  private update(change: Partial<ListeningSnapshot>): void {
    this.snapshot = { ...this.snapshot, ...change }
    this.changed.emit()
  }
}
