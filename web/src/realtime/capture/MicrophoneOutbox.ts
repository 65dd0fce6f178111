import { sampleRateHz } from '../audio/pcm'
import type { AudioPacket } from '../hub/contract'

interface Kept {
  offset: number
  samples: Int16Array<ArrayBuffer>
}

const keptSamples = 20 * sampleRateHz

/**
 * What the microphone heard, on its way to the server. Keeps the last 20 s, so that after a broken connection the server
 * gets what it missed; it knows from the offsets what it has already.
 */
export class MicrophoneOutbox {
  private readonly kept: Kept[] = []
  /** Index in `kept` of the next to be sent. */
  private cursor = 0
  private offset = 0
  private seq = 0
  /** Samples that grew too old before they could be sent. */
  lostSamples = 0

  add(samples: Int16Array<ArrayBuffer>): void {
    this.kept.push({ offset: this.offset, samples })
    this.offset += samples.length
    for (let oldest = this.kept[0]; oldest && this.offset - oldest.offset > keptSamples; oldest = this.kept[0]) {
      this.kept.shift()
      if (this.cursor > 0) this.cursor--
      else this.lostSamples += oldest.samples.length
    }
  }

  get hasBegun(): boolean {
    return this.offset > 0
  }

  /** Samples since the first, with those that were skipped. */
  get captured(): number {
    return this.offset
  }

  /** Nothing was captured for this long. */
  skip(samples: number): void {
    this.offset += Math.max(0, samples)
  }

  get waiting(): number {
    return this.kept.length - this.cursor
  }

  /** The next packet, or null when everything was sent. It counts as sent when `accept` takes it. */
  sendNext(accept: (packet: AudioPacket) => boolean): boolean {
    const next = this.kept[this.cursor]
    if (!next) return false
    const packet = { seq: this.seq, utterance: 0, offset: next.offset, pcm: next.samples }
    if (!accept(packet)) return false
    this.seq++
    this.cursor++
    return true
  }

  /**
   * A new stream begins: everything still kept is sent again, because what was under way may not have arrived; but not
   * what the server is known to have.
   */
  rewind(heardUpTo = 0): void {
    const unheard = this.kept.findIndex(({ offset, samples }) => offset + samples.length > heardUpTo)
    this.cursor = unheard < 0 ? this.kept.length : unheard
    this.seq = 0
  }
}
