import { describe, expect, it } from 'vitest'
import { Resampler } from './Resampler'

const sine = (hz: number, rate: number, count: number) => Float32Array.from({ length: count }, (_, n) => Math.sin((2 * Math.PI * hz * n) / rate))

function inBlocks(resampler: Resampler, input: Float32Array, size: number): Float32Array {
  const parts: number[] = []
  for (let at = 0; at < input.length; at += size) parts.push(...resampler.process(input.subarray(at, at + size)))
  return Float32Array.from(parts)
}

const rms = (samples: Float32Array) => Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length)

/** How strong a frequency is in the samples, 1 for a full sine (Goertzel). */
function strength(samples: Float32Array, hz: number, rate: number): number {
  let re = 0
  let im = 0
  samples.forEach((x, n) => {
    re += x * Math.cos((2 * Math.PI * hz * n) / rate)
    im -= x * Math.sin((2 * Math.PI * hz * n) / rate)
  })
  return (2 * Math.hypot(re, im)) / samples.length
}

describe.each([48_000, 44_100, 96_000, 8_000])('from %i Hz to 16 kHz', (rate) => {
  it('makes as many samples as the time needs, within the filter’s own length', () => {
    const output = inBlocks(new Resampler(rate, 16_000), new Float32Array(rate), 128)
    expect(Math.abs(output.length - 16_000)).toBeLessThanOrEqual(40)
  })

  it('keeps a tone in the voice’s range', () => {
    const output = inBlocks(new Resampler(rate, 16_000), sine(1000, rate, rate), 128).subarray(1000, 15_000)
    expect(strength(output, 1000, 16_000)).toBeCloseTo(1, 1)
  })

  it('does the same in blocks of any size', () => {
    const input = sine(440, rate, rate / 10)
    const small = inBlocks(new Resampler(rate, 16_000), input, 37)
    const large = inBlocks(new Resampler(rate, 16_000), input, input.length)
    expect(small.length).toBe(large.length)
    small.forEach((x, n) => expect(x).toBeCloseTo(large[n] as number, 5))
  })
})

it('keeps out what 16 kHz cannot carry, instead of folding it into the voice', () => {
  const output = inBlocks(new Resampler(48_000, 16_000), sine(10_000, 48_000, 48_000), 128).subarray(1000, 15_000)
  expect(20 * Math.log10(rms(output))).toBeLessThan(-60)
})
