import type { Microphone, MicrophoneState } from '../capture/Microphone'
import type { OpenOpus } from '../capture/OpusUpload'
import { Emitter } from '../Emitter'
import { asCallProblem, type CallProblem } from '../hub/callProblem'
import type { CallHub } from '../hub/callHub'
import type { CallEvent, CallState, PlayedPosition, StartCall } from '../hub/contract'
import type { LiveEar } from '../supervision/LiveEar'
import { hubPath, type PathView } from '../webrtc/pathView'
import type { OpenLink } from '../webrtc/WebRtcLink'
import { CallClaim } from './CallClaim'
import { callReducer } from './callReducer'
import { CallSound } from './CallSound'
import { emptyCall, type CallView } from './callView'
import { nextConnection, stageOf, type Connection, type ConnectionInput, type Stage } from './connectionMachine'
import { EventOrder } from './EventOrder'
import type { PatientVoice } from './PatientVoice'

export interface CallSnapshot {
  callId: string | null
  stage: Stage
  connection: Connection
  view: CallView
  microphone: MicrophoneState
  muted: boolean
  serverListens: boolean
  /** The way the sound takes. */
  path: PathView
  /** The browser wants a click before the patient can be heard. */
  soundBlocked: boolean
  /** The end came while this page was in the call. */
  endedHere: boolean
  /** What the trainee asked for last and was refused. */
  refused: CallProblem | null
}

export interface CallParts {
  hub: CallHub
  microphone: Pick<Microphone, 'state' | 'changed' | 'frames' | 'open' | 'dispose'> & Partial<Pick<Microphone, 'track'>>
  voice: PatientVoice
  now: () => number
  /** None: the sound goes over the hub. */
  openLink?: OpenLink | null
  /** None: the microphone goes up uncompressed. */
  opus?: Promise<OpenOpus | null>
  /** None: no supervisor can be heard. */
  makeEar?: (() => Pick<LiveEar, 'open' | 'play' | 'silence' | 'dispose'>) | null
}

/**
 * One call, as this browser takes part in it: joins the hub and the sound, and keeps the view of the call. A connection that
 * breaks is rebuilt and the call resumed where it was.
 */
export class LiveCall {
  readonly changed = new Emitter<void>()
  snapshot: CallSnapshot
  private readonly parts: CallParts
  private order = new EventOrder()
  private readonly sound: CallSound
  private claim: CallClaim | null = null
  private clock = { callMs: 0, atMs: 0 }
  private opening = false
  private disposed = false
  private readonly unsubscribe: (() => void)[]

  constructor(parts: CallParts) {
    this.parts = parts
    this.sound = new CallSound(parts, {
      snapshot: () => this.snapshot,
      pathChanged: (path) => this.update({ path }),
      failed: (refused) => this.update({ refused }),
    })
    this.snapshot = {
      callId: null,
      stage: 'connecting',
      connection: { is: 'connecting' },
      view: emptyCall,
      microphone: parts.microphone.state,
      muted: false,
      serverListens: true,
      path: hubPath,
      soundBlocked: parts.voice.blocked,
      endedHere: false,
      refused: null,
    }
    this.unsubscribe = [
      parts.microphone.changed.on((state) => this.onMicrophone(state)),
      parts.voice.played.on((position) => this.reportPlayed(position)),
      parts.voice.blockedChanged.on((blocked) => this.onBlocked(blocked)),
    ]
  }

  /** Places a call. Throws a CallProblem when the server will not. */
  async place(request: StartCall): Promise<string> {
    await this.openHub()
    const state = await this.parts.hub.invoke('Start', request)
    this.attach(state)
    return state.callId
  }

  /** Joins a call that exists: after a refresh, or again after it failed or was taken over. Never throws: see the stage. */
  async resume(callId: string): Promise<void> {
    this.update({ callId })
    this.connectionGot({ happened: 'opening' })
    try {
      await this.openHub()
      this.attach(await this.rejoin(callId))
    } catch (error) {
      this.fail(asCallProblem(error))
    }
  }

  /** Takes an interrupted call up again. */
  async goOn(): Promise<void> {
    await this.ask(async (callId) => this.attach(await this.parts.hub.invoke('Continue', callId)))
  }

  end(): Promise<void> {
    return this.ask((callId) => this.parts.hub.invoke('End', callId))
  }

  hold(onHold: boolean): Promise<void> {
    return this.ask((callId) => this.parts.hub.invoke('Hold', callId, onHold))
  }

  /** At once here; the server learns of it for the record. */
  mute(muted: boolean): Promise<void> {
    this.update({ muted })
    this.sound.silence()
    return this.ask((callId) => this.parts.hub.invoke('Mute', callId, muted))
  }

  say(text: string): Promise<boolean> {
    return this.ask((callId) => this.parts.hub.invoke('Say', callId, text)).then(() => this.snapshot.refused === null)
  }

  /** Null: there is none at this level, or nothing is open. */
  async hint(): Promise<string | null> {
    let hint: string | null = null
    await this.ask(async (callId) => {
      hint = await this.parts.hub.invoke('Hint', callId)
    })
    return hint
  }

  allowSound(): Promise<void> {
    return this.parts.voice.unblock()
  }

  get microphone(): CallParts['microphone'] {
    return this.parts.microphone
  }

  /** Milliseconds on the call's clock. */
  get nowMs(): number {
    return this.clock.callMs + (this.parts.now() - this.clock.atMs)
  }

  dispose(): void {
    if (this.disposed) return
    this.disposed = true
    this.unsubscribe.forEach((off) => off())
    this.leave()
    this.claim?.dispose()
    this.sound.dispose()
  }

  private async openHub(): Promise<void> {
    this.opening = true
    try {
      await this.sound.prepare()
      await this.parts.hub.open({
        happened: (event) => this.happened(event),
        flushAudio: (utterance) => this.parts.voice.flush(utterance),
        reconnecting: () => this.onBroken(),
        reconnected: () => void this.onReconnected(),
        closed: (problem) => this.onClosed(problem),
      })
    } finally {
      this.opening = false
    }
  }

  /** What happened since. A server that lost its last second in a crash tells a shorter story: then it is read from the start. */
  private async rejoin(callId: string): Promise<CallState> {
    try {
      return await this.parts.hub.invoke('Resume', callId, this.order.lastSeq)
    } catch (error) {
      if (asCallProblem(error).code !== 'seqOutOfRange' || this.order.lastSeq === 0) throw error
      this.order = new EventOrder()
      this.update({ view: emptyCall })
      return this.parts.hub.invoke('Resume', callId, 0)
    }
  }

  private attach({ events, ...state }: CallState): void {
    if (this.disposed) return
    this.clock = { callMs: state.nowMs, atMs: this.parts.now() }
    let view = this.order.acceptAll(events).reduce(callReducer, this.snapshot.view)
    // The log of an interrupted call ends in the middle; only the server knows that nobody goes on with it.
    view = { ...view, status: state.status }
    this.parts.voice.serverSpeaks = state.serverSpeaks
    this.update({ callId: state.callId, view, muted: view.muted, serverListens: state.serverListens, refused: null })
    this.connectionGot({ happened: 'attached' })
    this.sound.attach(state)
    this.claimCall(state.callId)
  }

  private happened(event: CallEvent): void {
    if (this.disposed) return
    if (event.type === 'noticeShown' && event.code === 'takenOver') return this.lose()
    const events = this.order.accept(event)
    if (events.length > 0) this.update({ view: events.reduce(callReducer, this.snapshot.view) })
    events.forEach((each) => this.react(each))
    if (this.order.hasGap) void this.fillGap()
  }

  /** What an event does beside being seen. Only for what happens now, never for what is folded from the log. */
  private react(event: CallEvent): void {
    switch (event.type) {
      case 'callAnswered':
        return this.parts.voice.ringing(false)
      case 'utteranceSpoken':
        if (event.party === 'patient') this.parts.voice.speak(event)
        return
      // The server orders the flush as well; a lost order would leave the patient talking.
      case 'utteranceCutOff':
        return this.parts.voice.flush(event.utterance)
      case 'muteChanged':
        this.update({ muted: event.muted })
        return this.sound.silence()
      case 'holdChanged':
        return this.sound.silence()
      case 'supervisionChanged':
        return this.sound.followSupervisor()
      case 'callEnded':
        this.update({ endedHere: true })
        this.sound.hangUp()
        return this.parts.voice.hungUp()
    }
  }

  private async fillGap(): Promise<void> {
    const { callId } = this.snapshot
    if (!callId || this.opening || this.snapshot.connection.is !== 'connected') return
    this.opening = true
    try {
      const state = await this.parts.hub.invoke('Resume', callId, this.order.lastSeq)
      const events = this.order.acceptAll(state.events)
      this.update({ view: events.reduce(callReducer, this.snapshot.view) })
    } catch (error) {
      this.update({ refused: asCallProblem(error) })
    } finally {
      this.opening = false
    }
  }

  private onBroken(): void {
    this.sound.detach()
    this.connectionGot({ happened: 'broke', nowMs: this.parts.now() })
  }

  private async onReconnected(): Promise<void> {
    const { callId } = this.snapshot
    if (!callId) return
    try {
      this.attach(await this.rejoin(callId))
    } catch (error) {
      const problem = asCallProblem(error)
      // Broken again while resuming: the hub is at it already.
      if (problem.code !== 'serverGone') this.fail(problem)
    }
  }

  private onClosed(problem: CallProblem | null): void {
    if (this.disposed || this.opening || this.snapshot.stage === 'ended') return
    this.sound.stopSending()
    if (problem) this.fail(problem)
  }

  private onMicrophone(microphone: MicrophoneState): void {
    const was = this.snapshot.microphone.status
    this.update({ microphone })
    this.sound.microphoneBecame(microphone, was)
  }

  private onBlocked(soundBlocked: boolean): void {
    this.update({ soundBlocked })
    if (!soundBlocked) this.sound.unblocked()
  }

  private claimCall(callId: string): void {
    this.claim ??= new CallClaim(callId, () => this.lose())
    if (this.snapshot.stage === 'ringing' || this.snapshot.stage === 'live') this.claim.claim()
  }

  private lose(): void {
    if (this.snapshot.stage === 'ended') return
    this.connectionGot({ happened: 'takenOver' })
    this.leave()
  }

  private fail(problem: CallProblem): void {
    this.connectionGot({ happened: 'gaveUp', problem })
    this.leave()
  }

  /** The hub first: its streams end with it, and nothing more is sent over them. */
  private leave(): void {
    void this.parts.hub.close()
    this.sound.hangUp()
  }

  private async ask(what: (callId: string) => Promise<void>): Promise<void> {
    const { callId } = this.snapshot
    if (!callId) return
    this.update({ refused: null })
    try {
      await what(callId)
    } catch (error) {
      this.update({ refused: asCallProblem(error) })
    }
  }

  private reportPlayed(position: PlayedPosition): void {
    const { callId, connection } = this.snapshot
    if (!callId || connection.is !== 'connected') return
    // One that is lost with the connection is made good by the next.
    this.parts.hub.invoke('Played', callId, position).catch(() => undefined)
  }

  private connectionGot(input: ConnectionInput): void {
    this.update({ connection: nextConnection(this.snapshot.connection, input) })
  }

  private update(part: Partial<CallSnapshot>): void {
    const next = { ...this.snapshot, ...part }
    this.snapshot = { ...next, stage: stageOf(next.connection, next.view.status) }
    this.changed.emit()
  }
}
