import { Emitter } from '../Emitter'
import type { AudioPacket, CallEvent, PlayedPosition } from '../hub/contract'
import { Loudspeaker } from '../playback/Loudspeaker'
import { hangUp, ring } from '../playback/ringTone'
import { BrowserVoice } from '../playback/speak'
import { RemoteVoice } from '../webrtc/RemoteVoice'

type PatientLine = Pick<Extract<CallEvent, { type: 'utteranceSpoken' }>, 'utterance' | 'text' | 'startMs' | 'endMs'>

/** Everything that is heard in a call: the ringing, the patient (from the server, or by the browser's own voice), the end. */
export interface PatientVoice {
  serverSpeaks: boolean
  readonly played: Emitter<PlayedPosition>
  readonly blockedChanged: Emitter<boolean>
  readonly blocked: boolean
  unblock(): Promise<void>
  ringing(on: boolean): void
  hungUp(): void
  play(packet: AudioPacket): void
  /** The voice comes by WebRTC from now on; null: in packets again. */
  listenTo(stream: MediaStream | null): void
  speak(line: PatientLine): void
  /** Silence now; answered with what was heard. */
  flush(utterance: number): void
  dispose(): void
}

export class BrowserPatientVoice implements PatientVoice {
  serverSpeaks = true
  readonly played = new Emitter<PlayedPosition>()
  readonly blockedChanged: Emitter<boolean>
  private readonly loudspeaker: Loudspeaker
  private readonly own = new BrowserVoice()
  private readonly remote: RemoteVoice
  private stopRinging: (() => void) | null = null

  constructor(loudspeaker: Loudspeaker) {
    this.loudspeaker = loudspeaker
    this.remote = new RemoteVoice(loudspeaker.context)
    this.blockedChanged = loudspeaker.blockedChanged
    loudspeaker.played.on((position) => this.played.emit(position))
    this.own.played.on((position) => this.played.emit(position))
  }

  get blocked(): boolean {
    return this.loudspeaker.blocked
  }

  unblock(): Promise<void> {
    return this.loudspeaker.unblock()
  }

  ringing(on: boolean): void {
    if (on) {
      this.stopRinging ??= ring(this.loudspeaker.context)
      return
    }
    this.stopRinging?.()
    this.stopRinging = null
  }

  hungUp(): void {
    hangUp(this.loudspeaker.context)
  }

  play(packet: AudioPacket): void {
    this.loudspeaker.play(packet)
  }

  listenTo(stream: MediaStream | null): void {
    this.remote.play(stream)
  }

  speak({ utterance, text, startMs, endMs }: PatientLine): void {
    if (!this.serverSpeaks) this.own.say(utterance, text, Math.max(1, endMs - startMs))
  }

  flush(utterance: number): void {
    this.remote.flush()
    if (this.serverSpeaks) this.loudspeaker.flush(utterance)
    else this.own.flush(utterance)
  }

  dispose(): void {
    this.ringing(false)
    this.own.dispose()
    this.remote.dispose()
    this.loudspeaker.dispose()
  }
}
