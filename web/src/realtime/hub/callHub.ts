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
import { bytesOf, samplesOf } from '../audio/pcm'
import { hubPath, type AudioPacket, type CallEvent, type ClientMethods, type HubMethods, type OpusPacket } from './contract'
import { agreeOnWire, jsonWire, type HubWire } from './hubWire'
import { reconnectPolicy } from './reconnectPolicy'
import { receivePackets } from './streams'

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

/** The same in packets of Opus. */
export interface OpusStream {
  readonly usable: boolean
  send(packet: OpusPacket): boolean
  close(): void
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

// A cut network shows itself by silence. The server pings often enough for this (KeepAliveInterval in its hub options).
const serverSilenceMs = 7_000
const pingMs = 3_000
// An attempt that hangs in a dead network must not hold up the next one.
const requestMs = 5_000

// The server answers one call after the other; this one may take seconds, and nothing is to wait behind it.
const answeredByStream: keyof HubMethods = 'NegotiateAudio'

export class SignalRCallHub implements CallHub {
  private current: HubConnection | null = null
  private wire: HubWire = jsonWire
  private opening = 0
  private readonly url: string

  constructor(url: string = hubPath) {
    this.url = url
  }

  async open(listener: CallHubListener): Promise<void> {
    await this.close()
    const opening = ++this.opening
    const wire = await agreeOnWire(requestMs)
    if (opening !== this.opening) throw new CallProblem('serverGone', 'The connection was closed again.')
    this.wire = wire
    const connection = connectTo(this.url, wire)
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
    this.opening++
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
    const { wire } = this
    const stream = this.upload('SendAudio', callId, failed)
    return { send: (packet) => stream.send({ ...packet, pcm: wire.write(bytesOf(packet.pcm)) }), close: () => stream.close() }
  }

  sendOpus(callId: string, failed: (problem: CallProblem) => void): OpusStream {
    const { wire } = this
    const stream = this.upload('SendOpus', callId, failed)
    return {
      get usable() {
        return stream.usable()
      },
      send: (packet) => stream.send({ ...packet, data: wire.write(packet.data) }),
      close: () => stream.close(),
    }
  }

  private upload(method: keyof HubMethods, callId: string, failed: (problem: CallProblem) => void) {
    const packets = new Subject<unknown>()
    let open = true
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
      usable,
      send(packet: unknown) {
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
    let subscription: ISubscription<unknown> | null = null
    let open = true
    const over = (problem: CallProblem | null) => {
      if (open) listener.over(problem)
      open = false
    }
    const { connection, wire } = this
    subscription = connection.stream<Omit<AudioPacket, 'pcm'> & { pcm: unknown }>(method, callId).subscribe({
      next: (packet) => open && listener.packet({ ...packet, pcm: samplesOf(wire.read(packet.pcm)) }),
      complete: () => over(null),
      error: (error: unknown) => over(asCallProblem(error)),
    })
    return () => {
      if (!open) return
      open = false
      if (connection.state === HubConnectionState.Connected) subscription?.dispose()
    }
  }

  receiveSupervisor(callId: string, listener: AudioListener): () => void {
    return receivePackets(this.connection, this.wire, 'ReceiveSupervisor' satisfies keyof HubMethods, callId, listener)
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

/** A connection that comes back by itself. */
export function connectTo(url: string, { protocol }: HubWire): HubConnection {
  return (
    new HubConnectionBuilder()
      .withHubProtocol(protocol)
      // The only transport that carries audio both ways in time.
      .withUrl(url, { transport: HttpTransportType.WebSockets, timeout: requestMs })
      .withAutomaticReconnect(reconnectPolicy)
      .withServerTimeout(serverSilenceMs)
      .withKeepAliveInterval(pingMs)
      .configureLogging(LogLevel.None)
      .build()
  )
}
