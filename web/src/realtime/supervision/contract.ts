import type { components } from '@/api/schema'
import type { AudioAnswer, AudioCandidate, AudioPacket, CallEvent, WebRtcInvitation } from '../hub/contract'
import type { Cue } from '../session/callView'
import contract from './contract.json'

type Schemas = components['schemas']

export type SupervisionState = Schemas['SupervisionState']
export type SupervisionMode = SupervisionState['mode']
type Row = Schemas['WallboardUpdate']['rows'][number]
/** The generated type does not know that there may be no cue yet. */
export type WallboardRow = Omit<Row, 'lastCue'> & { lastCue: Row['lastCue'] | null }
export type WallboardAlert = Row['alerts'][number]
export interface WallboardState {
  rows: WallboardRow[]
}
export interface WallboardUpdate {
  rows: WallboardRow[]
  gone: string[]
}
/** The generated type repeats the events inside, and does not know that there may be no WebRTC; here they are the same as everywhere. */
export type SupervisedState = Omit<Schemas['SupervisedState'], 'events' | 'webRtc'> & { events: CallEvent[]; webRtc: WebRtcInvitation | null }

/** What a supervisor's browser calls on the hub; names and parameters stand in contract.json, which the server's tests hold against SupervisionHub. */
export interface SupervisionMethods {
  Watch(): WallboardState
  Unwatch(): void
  Listen(callId: string, lastSeq: number): SupervisedState
  Leave(callId: string): void
  /** Server to client stream of AudioPacket. */
  Hear(callId: string): AudioPacket
  /** A server to client stream of one AudioAnswer. */
  NegotiateAudio(callId: string, sdp: string): AudioAnswer
  AddIceCandidate(callId: string, candidate: AudioCandidate): void
  /** WebRTC is connected and takes the sound over from the stream; opening the stream takes it back. */
  HearOverWebRtc(callId: string): void
  /** The microphone sends over WebRTC, in place of a stream of packets. */
  SpeakOverWebRtc(callId: string): void
  LeaveAudio(callId: string): void
  SetMode(callId: string, mode: SupervisionMode): SupervisionState
  /** Client to server stream: `packets` is an observable of AudioPacket. */
  SendVoice(callId: string, packets: unknown): void
  Say(callId: string, text: string): void
  WhisperNote(callId: string, text: string): void
  Note(callId: string, text: string): void
  Cue(callId: string, kind: Cue['kind'], text: string): void
  Pause(callId: string, paused: boolean, reason: string): void
  End(callId: string, reason: string): void
}

/** What the hub calls on the browser. */
export interface SupervisionCallbacks {
  WallboardChanged(update: WallboardUpdate): void
  Happened(callId: string, callEvent: CallEvent): void
  Dismissed(callId: string, code: string, text: string): void
}

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never

// Neither side may have a method that the other lacks.
true satisfies Same<keyof SupervisionMethods, keyof typeof contract.server>
true satisfies Same<keyof SupervisionCallbacks, keyof typeof contract.client>

export const supervisionPath = contract.path
