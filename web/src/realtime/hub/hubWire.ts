import { JsonHubProtocol, type IHubProtocol } from '@microsoft/signalr'
import { fromBase64, toBase64 } from '../audio/pcm'
import type { HubOffer } from './contract'

/** How the hub's messages are written, and how bytes stand in them. */
export interface HubWire {
  protocol: IHubProtocol
  write(bytes: Uint8Array): unknown
  read(value: unknown): Uint8Array
}

const offerPath = '/api/calls/hub'

export const jsonWire: HubWire = {
  protocol: new JsonHubProtocol(),
  write: toBase64,
  read: (value) => fromBase64(typeof value === 'string' ? value : ''),
}

/**
 * MessagePack where the server has it, a third less to send; otherwise JSON, which every server has. Never throws: a server
 * that does not answer is found out by connecting.
 */
export async function agreeOnWire(withinMs: number): Promise<HubWire> {
  try {
    const answer = await fetch(offerPath, { signal: AbortSignal.timeout(withinMs) })
    if (!answer.ok) return jsonWire
    const { protocols } = (await answer.json()) as HubOffer
    return protocols.includes('messagepack') ? await messagePackWire() : jsonWire
  } catch {
    return jsonWire
  }
}

async function messagePackWire(): Promise<HubWire> {
  const { MessagePackHubProtocol } = await import('@microsoft/signalr-protocol-msgpack')
  return {
    protocol: new MessagePackHubProtocol(),
    write: (bytes) => bytes,
    read: (value) => (value instanceof Uint8Array ? value : new Uint8Array()),
  }
}
