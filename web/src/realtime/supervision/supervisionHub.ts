import { bytesOf } from '../audio/pcm'
import { CallProblem } from '../hub/callProblem'
import type { AudioPacket, CallEvent } from '../hub/contract'
import { HubLine, type LineListener } from '../hub/HubLine'
import { receivePackets, sendPackets, type AudioListener, type AudioUpload } from '../hub/streams'
import { supervisionPath, type SupervisionCallbacks, type SupervisionMethods, type WallboardUpdate } from './contract'

export interface SupervisionListener extends LineListener {
  wallboardChanged?(update: WallboardUpdate): void
  happened?(callId: string, event: CallEvent): void
  dismissed?(callId: string, problem: CallProblem): void
}

/** The supervisors' door; an interface so that what is behind it can be tested without a server. */
export interface SupervisionHub {
  open(listener: SupervisionListener): Promise<void>
  close(): Promise<void>
  invoke<M extends keyof SupervisionMethods>(method: M, ...args: Parameters<SupervisionMethods[M]>): Promise<ReturnType<SupervisionMethods[M]>>
  /** The voices of a call; ends with what is returned. */
  hear(callId: string, listener: AudioListener): () => void
  /** The supervisor's own microphone; `over` when the server ends it: the mode has changed, or a problem. */
  speak(callId: string, over: (problem: CallProblem | null) => void): AudioUpload
}

// It may take seconds, and nothing is to wait behind it.
const answeredByStream: keyof SupervisionMethods = 'NegotiateAudio'

export class SignalRSupervisionHub implements SupervisionHub {
  private readonly line = new HubLine(supervisionPath)

  open(listener: SupervisionListener): Promise<void> {
    return this.line.open(listener, (connection) => {
      const on = <M extends keyof SupervisionCallbacks>(method: M, handler: SupervisionCallbacks[M]) => connection.on(method, handler)
      on('WallboardChanged', (update) => listener.wallboardChanged?.(update))
      on('Happened', (callId, event) => listener.happened?.(callId, event))
      on('Dismissed', (callId, code, text) => listener.dismissed?.(callId, new CallProblem(code, text)))
    })
  }

  close(): Promise<void> {
    return this.line.close()
  }

  invoke<M extends keyof SupervisionMethods>(method: M, ...args: Parameters<SupervisionMethods[M]>): Promise<ReturnType<SupervisionMethods[M]>> {
    return method === answeredByStream ? this.line.invokeAside(method, args) : this.line.invoke(method, args)
  }

  hear(callId: string, listener: AudioListener): () => void {
    return receivePackets(this.line, 'Hear' satisfies keyof SupervisionMethods, callId, listener)
  }

  speak(callId: string, over: (problem: CallProblem | null) => void): AudioUpload {
    const { wire } = this.line
    const method: keyof SupervisionMethods = 'SendVoice'
    return sendPackets(this.line, method, callId, (packet: AudioPacket) => ({ ...packet, pcm: wire.write(bytesOf(packet.pcm)) }), over)
  }
}
