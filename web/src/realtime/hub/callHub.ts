import {
  HttpTransportType,
  HubConnectionBuilder,
  HubConnectionState,
  LogLevel,
  Subject,
  type HubConnection,
  type IStreamResult,
  type ISubscription,
} from '@microsoft/signalr'
import { asCallProblem, CallProblem } from './callProblem'
import { hubPath, type AudioPacket, type CallEvent, type ClientMethods, type HubMethods } from './contract'
import { reconnectPolicy } from './reconnectPolicy'

export interface CallHubListener {
  happened(event: CallEvent): void
  flushAudio(utterance: number): void
  /** The connection broke and is being rebuilt. */
  reconnecting(): void
  /** The connection stands again; the call has to be resumed and the audio streams opened again. */
  reconnected(): void
  /** No connection, and none will come by itself. */
  closed(problem: CallProblem | null): void
}

export interface AudioListener {
  packet(packet: AudioPacket): void
  /** The stream is over: by the server's wish, or with a problem. */
  over(problem: CallProblem | null): void
}

/** A microphone stream that goes up; after the connection broke it takes nothing more. */
export interface AudioUpload {
  send(packet: AudioPacket): boolean
  close(): void
}

/** The door to a live call; an interface so that the session can be tested without a server. */
export interface CallHub {
  open(listener: CallHubListener): Promise<void>
  close(): Promise<void>
  invoke<M extends keyof HubMethods>(method: M, ...args: Parameters<HubMethods[M]>): Promise<ReturnType<HubMethods[M]>>
  sendAudio(callId: string, failed: (problem: CallProblem) => void): AudioUpload
  receiveAudio(callId: string, listener: AudioListener): () => void
}

// A cut network shows itself by silence. The server pings often enough for this (KeepAliveInterval in its hub options).
const serverSilenceMs = 7_000
const pingMs = 3_000
// An attempt that hangs in a dead network must not hold up the next one.
const requestMs = 5_000

// The server answers one call after the other; this one may take seconds, and nothing is to wait behind it.
const answeredByStream: keyof HubMethods = 'NegotiateAudio'

export class SignalRCallHub implements CallHub {
  private current: HubConnection | null = null
  private readonly url: string

  constructor(url: string = hubPath) {
    this.url = url
  }

  async open(listener: CallHubListener): Promise<void> {
    await this.close()
    const connection = connectTo(this.url)
    this.current = connection
    const on = <M extends keyof ClientMethods>(method: M, handler: ClientMethods[M]) => connection.on(method, handler)
    on('Happened', (event) => listener.happened(event))
    on('FlushAudio', (utterance) => listener.flushAudio(utterance))
    connection.onreconnecting(() => listener.reconnecting())
    connection.onreconnected(() => listener.reconnected())
    connection.onclose((error) => this.current === connection && listener.closed(error ? asCallProblem(error) : null))
    await connection.start().catch((error: unknown) => {
      throw asCallProblem(error)
    })
  }

  async close(): Promise<void> {
    const connection = this.current
    this.current = null
    await connection?.stop()
  }

  async invoke<M extends keyof HubMethods>(method: M, ...args: Parameters<HubMethods[M]>): Promise<ReturnType<HubMethods[M]>> {
    try {
      if (method === answeredByStream) return await firstOf<ReturnType<HubMethods[M]>>(this.connection.stream(method, ...(args as unknown[])))
      return await this.connection.invoke<ReturnType<HubMethods[M]>>(method, ...(args as unknown[]))
    } catch (error) {
      throw asCallProblem(error)
    }
  }

  sendAudio(callId: string, failed: (problem: CallProblem) => void): AudioUpload {
    const packets = new Subject<AudioPacket>()
    let open = true
    const method: keyof HubMethods = 'SendAudio'
    const { connection } = this
    connection.invoke(method, callId, packets).then(
      () => (open = false),
      (error: unknown) => {
        if (open) failed(asCallProblem(error))
        open = false
      },
    )
    const usable = () => open && connection.state === HubConnectionState.Connected
    return {
      send(packet) {
        if (!usable()) return false
        packets.next(packet)
        return true
      },
      close() {
        if (usable()) packets.complete()
        open = false
      },
    }
  }

  receiveAudio(callId: string, listener: AudioListener): () => void {
    const method: keyof HubMethods = 'ReceiveAudio'
    let subscription: ISubscription<AudioPacket> | null = null
    let open = true
    const over = (problem: CallProblem | null) => {
      if (open) listener.over(problem)
      open = false
    }
    const { connection } = this
    subscription = connection.stream<AudioPacket>(method, callId).subscribe({
      next: (packet) => open && listener.packet(packet),
      complete: () => over(null),
      error: (error: unknown) => over(asCallProblem(error)),
    })
    return () => {
      if (!open) return
      open = false
      if (connection.state === HubConnectionState.Connected) subscription?.dispose()
    }
  }

  private get connection(): HubConnection {
    if (!this.current) throw new CallProblem('serverGone', 'There is no connection to the server.')
    return this.current
  }
}

function firstOf<T>(stream: IStreamResult<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    stream.subscribe({ next: resolve, error: reject, complete: () => reject(new Error('The server gave no answer.')) })
  })
}

function connectTo(url: string): HubConnection {
  return (
    new HubConnectionBuilder()
      // The only transport that carries audio both ways in time.
      .withUrl(url, { transport: HttpTransportType.WebSockets, timeout: requestMs })
      .withAutomaticReconnect(reconnectPolicy)
      .withServerTimeout(serverSilenceMs)
      .withKeepAliveInterval(pingMs)
      .configureLogging(LogLevel.None)
      .build()
  )
}
