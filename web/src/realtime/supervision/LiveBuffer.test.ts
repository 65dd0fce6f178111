import { describe, expect, it } from 'vitest'
import { LiveBuffer } from './LiveBuffer'

// One sample a millisecond, so that numbers read as milliseconds.
const options = { sampleRateHz: 1000, startMs: 60, maxTargetMs: 240, maxBehindMs: 400 }
const numbered = (from: number, count: number) => Float32Array.from({ length: count }, (_, i) => from + i)
const pulled = (buffer: LiveBuffer, count: number) => {
  const output = new Float32Array(count)
  buffer.pull(output)
  return output
}

describe('a live stream', () => {
  it('begins when a little has been collected, and then sounds without a gap', () => {
    const buffer = new LiveBuffer(options)
    buffer.push(numbered(1, 40))
    expect(pulled(buffer, 10)).toEqual(new Float32Array(10))
    buffer.push(numbered(41, 40))
    expect(pulled(buffer, 80)).toEqual(numbered(1, 80))
  })

  it('skips what has grown old when all comes at once after a jam', () => {
    const buffer = new LiveBuffer(options)
    buffer.push(numbered(1, 5000))
    expect(buffer.queuedMs).toBe(60)
    expect(pulled(buffer, 60)).toEqual(numbered(4941, 60))
    expect(buffer.skippedSamples).toBe(4940)
  })

  it('collects more after it ran dry, and never more than it may', () => {
    const buffer = new LiveBuffer(options)
    for (let i = 0; i < 10; i++) {
      buffer.push(numbered(1, 300))
      pulled(buffer, 301)
    }
    expect(buffer.underruns).toBe(10)
    buffer.push(numbered(1, 239))
    expect(pulled(buffer, 1)[0]).toBe(0)
    buffer.push(numbered(240, 1))
    expect(pulled(buffer, 1)[0]).toBe(1)
  })

  it('is silent after it was emptied', () => {
    const buffer = new LiveBuffer(options)
    buffer.push(numbered(1, 100))
    buffer.flush()
    expect(pulled(buffer, 50)).toEqual(new Float32Array(50))
    expect(buffer.queuedMs).toBe(0)
  })
})
