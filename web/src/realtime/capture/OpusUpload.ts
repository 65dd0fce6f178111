import { sampleRateHz } from '../audio/pcm'
import type { AudioUpload, OpusStream } from '../hub/streams'
import type { AudioPacket } from '../hub/contract'

/** What goes up instead of 256 kbit/s. In 20 ms: the patient's answer waits for the last packet. */
export const opusConfig = {
  codec: 'opus',
  sampleRate: sampleRateHz,
  numberOfChannels: 1,
  bitrate: 24_000,
  opus: { frameDuration: 20_000, complexity: 5, application: 'voip', signal: 'voice' },
} satisfies AudioEncoderConfig & { opus: { application: string; signal: string } }

/** An encoder that has so much to do is not given more; the outbox keeps it. */
const maxQueued = 100

/** Opens the microphone's upload over a stream of Opus; `failed` is told once when the encoder gives up. */
export type OpenOpus = (stream: OpusStream, failed: () => void) => AudioUpload

/** Null: this browser cannot encode Opus. */
export async function opusOfThisBrowser(): Promise<OpenOpus | null> {
  if (typeof AudioEncoder === 'undefined') return null
  try {
    const { supported } = await AudioEncoder.isConfigSupported(opusConfig)
    return supported ? (stream, failed) => new OpusUpload(stream, failed) : null
  } catch {
    return null
  }
}

/**
 * Encodes what the outbox gives and sends it. A new upload and a gap in the sound begin a new encoding, so that the
 * server's decoder, which begins anew with them, always knows what it needs.
 */
export class OpusUpload implements AudioUpload {
  private readonly stream: OpusStream
  private readonly failed: () => void
  private readonly encoder: AudioEncoder
  /** The sample that would go on from the last one taken. */
  private next = -1
  /** Where the packet lies that the encoder gives next. */
  private offset = 0
  /** While an encoding is brought to its end: what belongs to the next. */
  private held: AudioPacket[] | null = null
  private open = true

  constructor(stream: OpusStream, failed: () => void) {
    this.stream = stream
    this.failed = failed
    this.encoder = new AudioEncoder({ output: (chunk) => this.encoded(chunk), error: () => this.giveUp() })
  }

  send(packet: AudioPacket): boolean {
    if (!this.open || !this.stream.usable || this.encoder.encodeQueueSize + (this.held?.length ?? 0) >= maxQueued) return false
    try {
      this.take(packet)
    } catch {
      this.giveUp()
      return false
    }
    return true
  }

  close(): void {
    this.end()
    this.stream.close()
  }

  private take(packet: AudioPacket): void {
    if (this.held) {
      this.held.push(packet)
    } else if (this.next < 0) {
      this.begin(packet)
    } else if (packet.offset !== this.next) {
      this.held = [packet]
      this.encoder.flush().then(() => this.goOn(), () => this.giveUp())
    } else {
      this.encode(packet)
    }
  }

  private goOn(): void {
    if (!this.open) return
    const held = this.held ?? []
    this.held = null
    this.next = -1
    try {
      this.encoder.reset()
      held.forEach((packet) => this.take(packet))
    } catch {
      this.giveUp()
    }
  }

  private begin(packet: AudioPacket): void {
    this.encoder.configure(opusConfig)
    this.offset = packet.offset
    this.encode(packet)
  }

  private encode({ offset, pcm }: AudioPacket): void {
    const data = new AudioData({
      format: 's16', sampleRate: sampleRateHz, numberOfChannels: 1, numberOfFrames: pcm.length, timestamp: microseconds(offset), data: pcm,
    })
    this.encoder.encode(data)
    data.close()
    this.next = offset + pcm.length
  }

  private encoded(chunk: EncodedAudioChunk): void {
    if (!this.open) return
    const { offset } = this
    this.offset += Math.round(((chunk.duration ?? opusConfig.opus.frameDuration) * sampleRateHz) / 1_000_000)
    // An encoding is filled up with silence at its end; it must not lie where the next one begins.
    const [next] = this.held ?? []
    if (next && this.offset > next.offset) return
    const data = new Uint8Array(chunk.byteLength)
    chunk.copyTo(data)
    this.stream.send({ offset, data })
  }

  private giveUp(): void {
    if (!this.open) return
    this.close()
    this.failed()
  }

  private end(): void {
    this.open = false
    if (this.encoder.state !== 'closed') this.encoder.close()
  }
}

function microseconds(samples: number): number {
  return Math.round((samples * 1_000_000) / sampleRateHz)
}
