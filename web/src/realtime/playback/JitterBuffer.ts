export interface Chunk {
  utterance: number
  /** Place of the first sample within the utterance. */
  offset: number
  samples: Float32Array
}

export interface JitterBufferOptions {
  sampleRateHz: number
  /** How much is collected before an utterance begins. */
  startMs: number
  /** More than this is never collected, however bad the network. */
  maxTargetMs: number
  /** More than this is never held; what comes on top is refused. */
  capacityMs: number
}

/** What the buffer did since it was asked last. */
export interface Played {
  utterance: number
  /** Of the utterance: everything before this place has been heard. */
  samplesPlayed: number
}

export const defaultJitter: JitterBufferOptions = { sampleRateHz: 16_000, startMs: 60, maxTargetMs: 300, capacityMs: 60_000 }

const fadeSamples = 64
/** With no gap for this long, the next utterance begins a little earlier again. */
const calmSeconds = 10
const calmStep = 0.8

/**
 * Evens out the arrival of the patient's voice. Collects a little before it begins; when it runs dry in the middle of an
 * utterance it collects more the next time. Knows to the sample what has been played of which utterance.
 */
export class JitterBuffer {
  underruns = 0
  refusedSamples = 0
  private queue: Chunk[] = []
  private queued = 0
  private headRead = 0
  private playing = false
  /** Samples of waiting since the first chunk came into an empty buffer. */
  private waited = 0
  private target: number
  private calm = 0
  private position: Played | null = null
  /** Ran dry after this utterance; more of the same makes it an underrun. */
  private dryAfter: number | null = null
  private flushedThrough = 0
  /** The last moment of an utterance that was cut, so that it does not end in a click. */
  private tail: Float32Array | null = null
  private readonly options: JitterBufferOptions

  constructor(options: JitterBufferOptions = defaultJitter) {
    this.options = options
    this.target = this.samplesIn(options.startMs)
  }

  get targetMs(): number {
    return (this.target * 1000) / this.options.sampleRateHz
  }

  get isPlaying(): boolean {
    return this.playing
  }

  get played(): Played | null {
    return this.position
  }

  push(chunk: Chunk): void {
    if (chunk.utterance <= this.flushedThrough) return
    const fresh = this.withoutHeard(chunk)
    if (fresh.samples.length === 0) return
    if (this.queued + fresh.samples.length > this.samplesIn(this.options.capacityMs)) {
      this.refusedSamples += fresh.samples.length
      return
    }
    if (this.dryAfter === fresh.utterance) this.grow()
    this.dryAfter = null
    this.queue.push(fresh)
    this.queued += fresh.samples.length
  }

  /** Fills one block. Returns the utterance whose first sample lies in it, or null. */
  pull(output: Float32Array): number | null {
    output.fill(0)
    if (this.tail) {
      output.set(this.tail.subarray(0, output.length))
      this.tail = null
      return null
    }
    if (!this.playing && !this.ready(output.length)) return null
    this.playing = true
    this.relax(output.length)
    return this.copyInto(output)
  }

  /** Drops everything up to and with the utterance; the next block fades what was in the air. Returns what was heard. */
  flush(utterance: number): Played | null {
    this.flushedThrough = Math.max(this.flushedThrough, utterance)
    const head = this.queue[0]
    if (this.playing && head && head.utterance <= this.flushedThrough) {
      this.tail = faded(head.samples.subarray(this.headRead, this.headRead + fadeSamples))
      this.playing = false
      this.waited = 0
    }
    if (head && head.utterance <= this.flushedThrough) this.headRead = 0
    this.queue = this.queue.filter((chunk) => chunk.utterance > this.flushedThrough)
    this.queued = this.queue.reduce((sum, chunk) => sum + chunk.samples.length, -this.headRead)
    this.dryAfter = null
    return this.position
  }

  /** A stream that was opened again repeats itself; what was queued or heard already is cut off. */
  private withoutHeard(chunk: Chunk): Chunk {
    const last = this.queue.at(-1)
    const known =
      last?.utterance === chunk.utterance
        ? last.offset + last.samples.length
        : this.position?.utterance === chunk.utterance
          ? this.position.samplesPlayed
          : 0
    const repeated = Math.min(Math.max(0, known - chunk.offset), chunk.samples.length)
    return repeated === 0 ? chunk : { ...chunk, offset: chunk.offset + repeated, samples: chunk.samples.subarray(repeated) }
  }

  private ready(block: number): boolean {
    if (this.queued === 0) {
      this.waited = 0
      return false
    }
    if (this.queued >= this.target || this.waited >= this.target) return true
    this.waited += block
    return false
  }

  private copyInto(output: Float32Array): number | null {
    let begun: number | null = null
    let at = 0
    for (let head = this.queue[0]; head && at < output.length; head = this.queue[0]) {
      if (this.position?.utterance !== head.utterance) begun = head.utterance
      const count = Math.min(output.length - at, head.samples.length - this.headRead)
      output.set(head.samples.subarray(this.headRead, this.headRead + count), at)
      at += count
      this.headRead += count
      this.queued -= count
      this.position = { utterance: head.utterance, samplesPlayed: head.offset + this.headRead }
      if (this.headRead === head.samples.length) {
        this.queue.shift()
        this.headRead = 0
      }
    }
    if (at < output.length) this.runDry()
    return begun
  }

  private runDry(): void {
    this.playing = false
    this.waited = 0
    this.dryAfter = this.position?.utterance ?? null
  }

  private grow(): void {
    this.underruns++
    this.calm = 0
    this.target = Math.min(this.target * 1.5, this.samplesIn(this.options.maxTargetMs))
  }

  private relax(block: number): void {
    this.calm += block
    if (this.calm < calmSeconds * this.options.sampleRateHz) return
    this.calm = 0
    this.target = Math.max(this.target * calmStep, this.samplesIn(this.options.startMs))
  }

  private samplesIn(ms: number): number {
    return (ms * this.options.sampleRateHz) / 1000
  }
}

function faded(samples: Float32Array): Float32Array {
  return samples.map((sample, i) => sample * (1 - i / samples.length))
}
