import type { HubConnection } from '@microsoft/signalr'
import { connectTo, type AudioListener, type AudioUpload } from '../hub/callHub'
import { asCallProblem, CallProblem } from '../hub/callProblem'
import type { CallEvent } from '../hub/contract'
import { agreeOnWire, jsonWire, type HubWire } from '../hub/hubWire'
import { receivePackets, sendPackets } from '../hub/streams'
import { supervisionPath, type SupervisionCallbacks, type SupervisionMethods, type WallboardUpdate } from './contract'

export interface SupervisionListener {
  wallboardChanged?(update: WallboardUpdate): void
  happened?(callId: string, event: CallEvent): void
  dismissed?(callId: string, problem: CallProblem): void
  /** The connection broke and is being rebuilt. */
  reconnecting(): void
  /** The connection stands again; what was asked for has to be asked for again. */
  reconnected(): void
  /** No connection, and none will come by itself. */
  closed(problem: CallProblem | null): void
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

const requestMs = 5_000

export class SignalRSupervisionHub implements SupervisionHub {
  private current: HubConnection | null = null
  private wire: HubWire = jsonWire
  private opening = 0

  async open(listener: SupervisionListener): Promise<void> {
    await this.close()
    const opening = ++this.opening
    const wire = await agreeOnWire(requestMs)
    if (opening !== this.opening) throw new CallProblem('serverGone', 'The connection was closed again.')
    this.wire = wire
    const connection = connectTo(supervisionPath, wire)
    this.current = connection
    const on = <M extends keyof SupervisionCallbacks>(method: M, handler: SupervisionCallbacks[M]) => connection.on(method, handler)
    on('WallboardChanged', (update) => listener.wallboardChanged?.(update))
    on('Happened', (callId, event) => listener.happened?.(callId, event))
    on('Dismissed', (callId, code, text) => listener.dismissed?.(callId, new CallProblem(code, text)))
    connection.onreconnecting(() => listener.reconnecting())
    connection.onreconnected(() => listener.reconnected())
    connection.onclose((error) => this.current === connection && listener.closed(error ? asCallProblem(error) : null))
    await connection.start().catch((error: unknown) => {
      throw asCallProblem(error)
    })
  }

  async close(): Promise<void> {
    const connection = this.current
    this.opening++
    this.current = null
    await connection?.stop()
  }

  async invoke<M extends keyof SupervisionMethods>(method: M, ...args: Parameters<SupervisionMethods[M]>): Promise<ReturnType<SupervisionMethods[M]>> {
    try {
      return await this.connection.invoke<ReturnType<SupervisionMethods[M]>>(method, ...(args as unknown[]))
    } catch (error) {
      throw asCallProblem(error)
    }
  }

  hear(callId: string, listener: AudioListener): () => void {
    return receivePackets(this.connection, this.wire, 'Hear' satisfies keyof SupervisionMethods, callId, listener)
  }

  speak(callId: string, over: (problem: CallProblem | null) => void): AudioUpload {
    return sendPackets(this.connection, this.wire, 'SendVoice' satisfies keyof SupervisionMethods, callId, over)
  }

  private get connection(): HubConnection {
    if (!this.current) throw new CallProblem('serverGone', 'There is no connection to the server.')
    return this.current
  }
}
