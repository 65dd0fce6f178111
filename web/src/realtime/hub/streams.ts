import { HubConnectionState, Subject, type HubConnection } from '@microsoft/signalr'
import { bytesOf, samplesOf } from '../audio/pcm'
import type { AudioListener, AudioUpload } from './callHub'
import { asCallProblem, type CallProblem } from './callProblem'
import type { AudioPacket } from './contract'
import type { HubWire } from './hubWire'

/** Takes a stream of packets from the server. What is returned ends it. */
export function receivePackets(connection: HubConnection, { read }: HubWire, method: string, callId: string, listener: AudioListener): () => void {
  let open = true
  const over = (problem: CallProblem | null) => {
    if (open) listener.over(problem)
    open = false
  }
  const subscription = connection.stream<Omit<AudioPacket, 'pcm'> & { pcm: unknown }>(method, callId).subscribe({
    next: (packet) => open && listener.packet({ ...packet, pcm: samplesOf(read(packet.pcm)) }),
    complete: () => over(null),
    error: (error: unknown) => over(asCallProblem(error)),
  })
  return () => {
    if (!open) return
    open = false
    if (connection.state === HubConnectionState.Connected) subscription.dispose()
  }
}

/** A stream of packets to the server; after the connection broke it takes nothing more. `over`: by the server's wish, or with a problem. */
export function sendPackets(connection: HubConnection, { write }: HubWire, method: string, callId: string, over: (problem: CallProblem | null) => void): AudioUpload {
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
    send(packet) {
      if (!usable()) return false
      packets.next({ ...packet, pcm: write(bytesOf(packet.pcm)) })
      return true
    },
    close() {
      if (usable()) packets.complete()
      open = false
    },
  }
}
