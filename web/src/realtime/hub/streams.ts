import { HubConnectionState, Subject } from '@microsoft/signalr'
import { samplesOf } from '../audio/pcm'
import { asCallProblem, type CallProblem } from './callProblem'
import type { AudioPacket, OpusPacket } from './contract'
import type { HubLine } from './HubLine'

export interface AudioListener {
  packet(packet: AudioPacket): void
  /** The stream is over: by the server's wish, or with a problem. */
  over(problem: CallProblem | null): void
}

/** Packets that go up. */
export interface PacketStream<P> {
  /** Whether the next packet would be taken. */
  readonly usable: boolean
  /** Whether the packet was taken; after the connection broke none is. */
  send(packet: P): boolean
  close(): void
}

/** A microphone stream that goes up. */
export type AudioUpload = Pick<PacketStream<AudioPacket>, 'send' | 'close'>

/** The same in packets of Opus. */
export type OpusStream = PacketStream<OpusPacket>

/** Takes a stream of packets from the server. What is returned ends it. */
export function receivePackets({ connection, wire }: HubLine, method: string, callId: string, listener: AudioListener): () => void {
  let open = true
  const over = (problem: CallProblem | null) => {
    if (open) listener.over(problem)
    open = false
  }
  const subscription = connection.stream<Omit<AudioPacket, 'pcm'> & { pcm: unknown }>(method, callId).subscribe({
    next: (packet) => open && listener.packet({ ...packet, pcm: samplesOf(wire.read(packet.pcm)) }),
    complete: () => over(null),
    error: (error: unknown) => over(asCallProblem(error)),
  })
  return () => {
    if (!open) return
    open = false
    if (connection.state === HubConnectionState.Connected) subscription.dispose()
  }
}

/** A stream of packets to the server, each as `written`. `over`: by the server's wish, or with a problem. */
export function sendPackets<P>({ connection }: HubLine, method: string, callId: string, written: (packet: P) => unknown, over: (problem: CallProblem | null) => void): PacketStream<P> {
  const packets = new Subject<unknown>()
  let open = true
  const end = (problem: CallProblem | null) => {
    if (open) over(problem)
    open = false
  }
  connection.invoke(method, callId, packets).then(
    () => end(null),
    (error: unknown) => end(asCallProblem(error)),
  )
  const usable = () => open && connection.state === HubConnectionState.Connected
  return {
    get usable() {
      return usable()
    },
    send(packet) {
      if (!usable()) return false
      packets.next(written(packet))
      return true
    },
    close() {
      if (usable()) packets.complete()
      open = false
    },
  }
}
