import { HttpTransportType, HubConnectionBuilder, LogLevel, type HubConnection, type IStreamResult } from '@microsoft/signalr'
import { asCallProblem, CallProblem } from './callProblem'
import { agreeOnWire, jsonWire, type HubWire } from './hubWire'
import { reconnectPolicy } from './reconnectPolicy'

/** What becomes of a connection. */
export interface LineListener {
  /** The connection broke and is being rebuilt. */
  reconnecting(): void
  /** The connection stands again; what was asked for has to be asked for again. */
  reconnected(): void
  /** No connection, and none will come by itself. */
  closed(problem: CallProblem | null): void
}

// A cut network shows itself by silence. The server pings often enough for this (KeepAliveInterval in its hub options).
const serverSilenceMs = 7_000
const pingMs = 3_000
// An attempt that hangs in a dead network must not hold up the next one.
const requestMs = 5_000

/** A connection to one of the server's hubs that comes back by itself, in the format that both can read. */
export class HubLine {
  private current: HubConnection | null = null
  private agreed: HubWire = jsonWire
  private opening = 0
  private readonly url: string

  constructor(url: string) {
    this.url = url
  }

  /** How bytes are written on this line. */
  get wire(): HubWire {
    return this.agreed
  }

  /** The connection as it is now; throws when there is none. */
  get connection(): HubConnection {
    if (!this.current) throw new CallProblem('serverGone', 'There is no connection to the server.')
    return this.current
  }

  /** Connects anew. `prepare` says what the server may call, before the first call can come. */
  async open(listener: LineListener, prepare: (connection: HubConnection) => void): Promise<void> {
    await this.close()
    const opening = ++this.opening
    const wire = await agreeOnWire(requestMs)
    if (opening !== this.opening) throw new CallProblem('serverGone', 'The connection was closed again.')
    this.agreed = wire
    const connection = connectTo(this.url, wire)
    this.current = connection
    prepare(connection)
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

  /** Asks the server. The server answers one such question after the other. */
  async invoke<T>(method: string, args: unknown[]): Promise<T> {
    try {
      return await this.connection.invoke<T>(method, ...args)
    } catch (error) {
      throw asCallProblem(error)
    }
  }

  /** Asks what may take seconds, so that nothing waits behind it: the answer is a stream of one. */
  async invokeAside<T>(method: string, args: unknown[]): Promise<T> {
    try {
      return await firstOf<T>(this.connection.stream(method, ...args))
    } catch (error) {
      throw asCallProblem(error)
    }
  }
}

function firstOf<T>(stream: IStreamResult<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    stream.subscribe({ next: resolve, error: reject, complete: () => reject(new Error('The server gave no answer.')) })
  })
}

function connectTo(url: string, { protocol }: HubWire): HubConnection {
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
