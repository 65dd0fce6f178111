import type { components } from '@/api/schema'
import contract from './contract.json'

type Schemas = components['schemas']

export type CallEvent = Schemas['CallEvent']
/** The generated type repeats the events inside; here they are the same as everywhere. */
export type CallState = Omit<Schemas['CallState'], 'events'> & { events: CallEvent[] }
export type StartCall = Schemas['StartCall']
export type HubOffer = Schemas['HubOffer']
/** In JSON the sound is base64, in MessagePack bytes; the hub's door takes and gives samples. */
export type AudioPacket = Omit<Schemas['AudioPacket'], 'pcm'> & { pcm: Int16Array<ArrayBuffer> }
export type OpusPacket = Omit<Schemas['OpusPacket'], 'data'> & { data: Uint8Array }
export type PlayedPosition = Schemas['PlayedPosition']
export type WebRtcInvitation = Schemas['WebRtcInvitation']
export type IceServer = Schemas['IceServer']
export type AudioOffer = Schemas['AudioOffer']
export type AudioAnswer = Schemas['AudioAnswer']
export type AudioCandidate = Schemas['AudioCandidate']
export type AudioReport = Schemas['AudioReport']
export type AudioAck = Schemas['AudioAck']
export type CallStatus = CallState['status']

/** What the browser calls on the hub; the method names and their parameters stand in contract.json, which the server's tests hold against CallHub. */
export interface HubMethods {
  Start(request: StartCall): CallState
  Resume(callId: string, lastSeq: number): CallState
  Continue(callId: string): CallState
  End(callId: string): void
  Hold(callId: string, onHold: boolean): void
  Mute(callId: string, muted: boolean): void
  Say(callId: string, text: string): void
  Hint(callId: string): string | null
  Played(callId: string, position: PlayedPosition): void
  /** A server to client stream of one AudioAnswer. */
  NegotiateAudio(callId: string, offer: AudioOffer): AudioAnswer
  AddIceCandidate(callId: string, candidate: AudioCandidate): void
  /** WebRTC is connected and takes over from the streams; `captured` as in AudioPacket's offset. */
  UseWebRtc(callId: string, captured: number): AudioAck
  ReportAudio(callId: string, report: AudioReport): AudioAck
  LeaveAudio(callId: string): void
  /** Client to server stream: `packets` is an observable of AudioPacket. */
  SendAudio(callId: string, packets: unknown): void
  /** Client to server stream: `packets` is an observable of OpusPacket. */
  SendOpus(callId: string, packets: unknown): void
  /** Server to client stream of AudioPacket. */
  ReceiveAudio(callId: string): AudioPacket
  /** Server to client stream of AudioPacket: a supervisor who speaks to the trainee. */
  ReceiveSupervisor(callId: string): AudioPacket
}

/** What the hub calls on the browser. */
export interface ClientMethods {
  Happened(callEvent: CallEvent): void
  FlushAudio(utterance: number): void
}

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never

// Neither side may have a method that the other lacks.
true satisfies Same<keyof HubMethods, keyof typeof contract.server>
true satisfies Same<keyof ClientMethods, keyof typeof contract.client>

export const hubPath = contract.path
