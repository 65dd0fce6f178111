export interface LiveBufferOptions {
  sampleRateHz: number
  /** How much is collected before it sounds. */
  startMs: number
  /** More than this is never collected, however bad the network. */
  maxTargetMs: number
  /** What lies further behind than this is left out: live is now. */
  maxBehindMs: number
}

export const defaultLive: LiveBufferOptions = { sampleRateHz: 16_000, startMs: 60, maxTargetMs: 240, maxBehindMs: 400 }

/**
 * Evens out the arrival of a stream that must stay live: collects a little before it sounds, more after it ran dry, and
 * skips ahead when it falls behind. Runs on the audio thread.
 */
export class LiveBuffer {
  underruns = 0
  skippedSamples = 0
  private queue: Float32Array[] = []
  private queued = 0
  private read = 0
  private playing = false
  private target: number
  private readonly options: LiveBufferOptions

  constructor(options: LiveBufferOptions = defaultLive) {
    this.options = options
    this.target = this.samplesIn(options.startMs)
  }

  get queuedMs(): number {
    return (this.queued * 1000) / this.options.sampleRateHz
  }

  push(samples: Float32Array): void {
    if (samples.length === 0) return
    this.queue.push(samples)
    this.queued += samples.length
    if (this.queued > Math.max(this.samplesIn(this.options.maxBehindMs), 2 * this.target)) this.skip(this.queued - this.target)
  }

  /** Fills one block. */
  pull(output: Float32Array): void {
    output.fill(0)
    if (!this.playing && this.queued < this.target) return
    this.playing = true
    let at = 0
    for (let head = this.queue[0]; head && at < output.length; head = this.queue[0]) {
      const count = Math.min(output.length - at, head.length - this.read)
      output.set(head.subarray(this.read, this.read + count), at)
      at += count
      this.take(count, head)
    }
    if (at < output.length) this.runDry()
  }

  flush(): void {
    this.queue = []
    this.queued = this.read = 0
    this.playing = false
  }

  private skip(count: number): void {
    this.skippedSamples += count
    for (let head = this.queue[0]; head && count > 0; head = this.queue[0]) {
      const part = Math.min(count, head.length - this.read)
      count -= part
      this.take(part, head)
    }
  }

  private take(count: number, head: Float32Array): void {
    this.read += count
    this.queued -= count
    if (this.read < head.length) return
    this.queue.shift()
    this.read = 0
  }

  private runDry(): void {
    this.playing = false
    this.underruns++
    this.target = Math.min(this.target * 1.5, this.samplesIn(this.options.maxTargetMs))
  }

  private samplesIn(ms: number): number {
    return (ms * this.options.sampleRateHz) / 1000
  }
}
