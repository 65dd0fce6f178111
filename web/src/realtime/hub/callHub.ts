import { bytesOf } from '../audio/pcm'
import type { CallProblem } from './callProblem'
import { hubPath, type AudioPacket, type CallEvent, type ClientMethods, type HubMethods, type OpusPacket } from './contract'
import { HubLine, type LineListener } from './HubLine'
import { receivePackets, sendPackets, type AudioListener, type AudioUpload, type OpusStream } from './streams'

/** After `reconnected` the call has to be resumed and the audio streams opened again. */
export interface CallHubListener extends LineListener {
  happened(event: CallEvent): void
  flushAudio(utterance: number): void
}

/** The door to a live call; an interface so that the session can be tested without a server. */
export interface CallHub {
  open(listener: CallHubListener): Promise<void>
  close(): Promise<void>
  invoke<M extends keyof HubMethods>(method: M, ...args: Parameters<HubMethods[M]>): Promise<ReturnType<HubMethods[M]>>
  sendAudio(callId: string, failed: (problem: CallProblem) => void): AudioUpload
  sendOpus(callId: string, failed: (problem: CallProblem) => void): OpusStream
  receiveAudio(callId: string, listener: AudioListener): () => void
  /** A supervisor who speaks to the trainee. */
  receiveSupervisor(callId: string, listener: AudioListener): () => void
}

// The server answers one call after the other; this one may take seconds, and nothing is to wait behind it.
const answeredByStream: keyof HubMethods = 'NegotiateAudio'

export class SignalRCallHub implements CallHub {
  private readonly line: HubLine

  constructor(url: string = hubPath) {
    this.line = new HubLine(url)
  }

  open(listener: CallHubListener): Promise<void> {
    return this.line.open(listener, (connection) => {
      const on = <M extends keyof ClientMethods>(method: M, handler: ClientMethods[M]) => connection.on(method, handler)
      on('Happened', (event) => listener.happened(event))
      on('FlushAudio', (utterance) => listener.flushAudio(utterance))
    })
  }

  close(): Promise<void> {
    return this.line.close()
  }

  invoke<M extends keyof HubMethods>(method: M, ...args: Parameters<HubMethods[M]>): Promise<ReturnType<HubMethods[M]>> {
    return method === answeredByStream ? this.line.invokeAside(method, args) : this.line.invoke(method, args)
  }

  sendAudio(callId: string, failed: (problem: CallProblem) => void): AudioUpload {
    const { wire } = this.line
    return this.upload('SendAudio', callId, (packet: AudioPacket) => ({ ...packet, pcm: wire.write(bytesOf(packet.pcm)) }), failed)
  }

  sendOpus(callId: string, failed: (problem: CallProblem) => void): OpusStream {
    const { wire } = this.line
    return this.upload('SendOpus', callId, (packet: OpusPacket) => ({ ...packet, data: wire.write(packet.data) }), failed)
  }

  receiveAudio(callId: string, listener: AudioListener): () => void {
    return this.receive('ReceiveAudio', callId, listener)
  }

  receiveSupervisor(callId: string, listener: AudioListener): () => void {
    return this.receive('ReceiveSupervisor', callId, listener)
  }

  private upload<P>(method: keyof HubMethods, callId: string, written: (packet: P) => unknown, failed: (problem: CallProblem) => void) {
    return sendPackets(this.line, method, callId, written, (problem) => problem && failed(problem))
  }

  private receive(method: keyof HubMethods, callId: string, listener: AudioListener) {
    return receivePackets(this.line, method, callId, listener)
  }
}
