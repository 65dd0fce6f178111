import { describe, expect, it } from 'vitest'
import { JitterBuffer } from './JitterBuffer'

// A kilohertz keeps the numbers readable: a sample is a millisecond.
const options = { sampleRateHz: 1000, startMs: 60, maxTargetMs: 200, capacityMs: 5000 }
const block = 8

const chunk = (utterance: number, offset: number, length: number, value = 0.5) => ({ utterance, offset, samples: new Float32Array(length).fill(value) })

function pull(buffer: JitterBuffer, blocks: number): number[] {
  return Array.from({ length: blocks }, () => {
    const output = new Float32Array(block)
    buffer.pull(output)
    return [...output]
  }).flat()
}

const sounding = (samples: number[]) => samples.filter((sample) => sample !== 0).length

describe('the jitter buffer', () => {
  it('is silent until it has collected enough', () => {
    const buffer = new JitterBuffer(options)
    buffer.push(chunk(1, 0, 40))
    expect(sounding(pull(buffer, 2))).toBe(0)
    buffer.push(chunk(1, 40, 40))
    expect(sounding(pull(buffer, 2))).toBe(16)
  })

  it('plays a line that is shorter than what it would collect', () => {
    const buffer = new JitterBuffer(options)
    buffer.push(chunk(1, 0, 20))
    expect(sounding(pull(buffer, 20))).toBe(20)
  })

  it('says in which block an utterance begins, once', () => {
    const buffer = new JitterBuffer(options)
    buffer.push(chunk(1, 0, 100))
    const begun = Array.from({ length: 4 }, () => buffer.pull(new Float32Array(block)))
    expect(begun).toEqual([1, null, null, null])
  })

  it('knows to the sample what was played of which utterance', () => {
    const buffer = new JitterBuffer(options)
    buffer.push(chunk(1, 0, 60))
    buffer.push(chunk(2, 0, 60))
    pull(buffer, 7)
    expect(buffer.played).toEqual({ utterance: 1, samplesPlayed: 56 })
    pull(buffer, 1)
    expect(buffer.played).toEqual({ utterance: 2, samplesPlayed: 4 })
  })

  it('counts running dry within an utterance, and collects more the next time', () => {
    const buffer = new JitterBuffer(options)
    buffer.push(chunk(1, 0, 60))
    pull(buffer, 10)
    buffer.push(chunk(1, 60, 60))
    expect(buffer.underruns).toBe(1)
    expect(buffer.targetMs).toBe(90)
    expect(sounding(pull(buffer, 3))).toBe(0)
  })

  it('does not take the end of an utterance for running dry', () => {
    const buffer = new JitterBuffer(options)
    buffer.push(chunk(1, 0, 60))
    pull(buffer, 20)
    buffer.push(chunk(2, 0, 60))
    expect(buffer.underruns).toBe(0)
    expect(buffer.targetMs).toBe(60)
  })

  it('does not take an empty queue for running dry while every block is filled', () => {
    const buffer = new JitterBuffer(options)
    buffer.push(chunk(1, 0, 64))
    pull(buffer, 8)
    buffer.push(chunk(1, 64, 64))
    pull(buffer, 8)
    expect(buffer.underruns).toBe(0)
  })

  it('never collects more than its limit, and calms down again', () => {
    const buffer = new JitterBuffer(options)
    for (let n = 0; n < 10; n++) {
      buffer.push(chunk(1, n * 200, 200))
      pull(buffer, 60)
    }
    expect(buffer.targetMs).toBe(200)
    for (let n = 0; n < 20; n++) {
      buffer.push(chunk(2, n * 4000, 4000))
      pull(buffer, 500)
    }
    expect(buffer.targetMs).toBe(60)
  })

  it('falls silent within one block when it is flushed, and ends without a click', () => {
    const buffer = new JitterBuffer(options)
    buffer.push(chunk(1, 0, 100))
    pull(buffer, 1)
    const heard = buffer.flush(1)
    expect(heard).toEqual({ utterance: 1, samplesPlayed: 8 })
    const fade = pull(buffer, 1)
    expect(fade[0]).toBeCloseTo(0.5)
    expect(fade.every((sample, n) => n === 0 || sample <= (fade[n - 1] as number))).toBe(true)
    expect(sounding(pull(buffer, 10))).toBe(0)
  })

  it('plays nothing of a flushed utterance that was still on its way', () => {
    const buffer = new JitterBuffer(options)
    buffer.push(chunk(3, 0, 100))
    buffer.flush(3)
    buffer.push(chunk(3, 100, 100))
    expect(sounding(pull(buffer, 20))).toBe(0)
  })

  it('keeps what comes after the flushed utterance', () => {
    const buffer = new JitterBuffer(options)
    buffer.push(chunk(1, 0, 100))
    buffer.push(chunk(2, 0, 100))
    pull(buffer, 1)
    buffer.flush(1)
    expect(sounding(pull(buffer, 100)) - block).toBe(100)
    expect(buffer.played).toEqual({ utterance: 2, samplesPlayed: 100 })
  })

  it('plays nothing twice when a stream that was opened again repeats itself', () => {
    const buffer = new JitterBuffer(options)
    buffer.push(chunk(1, 0, 100))
    pull(buffer, 5)
    buffer.push(chunk(1, 0, 100))
    buffer.push(chunk(1, 80, 60))
    expect(sounding(pull(buffer, 50))).toBe(100)
    expect(buffer.played).toEqual({ utterance: 1, samplesPlayed: 140 })
  })

  it('goes on from a gap at its true place', () => {
    const buffer = new JitterBuffer(options)
    buffer.push(chunk(1, 0, 60))
    pull(buffer, 8)
    buffer.push(chunk(1, 500, 60))
    pull(buffer, 30)
    expect(buffer.played).toEqual({ utterance: 1, samplesPlayed: 560 })
  })

  it('refuses more than it may hold', () => {
    const buffer = new JitterBuffer(options)
    buffer.push(chunk(1, 0, 4000))
    buffer.push(chunk(1, 4000, 2000))
    expect(buffer.refusedSamples).toBe(2000)
  })
})
