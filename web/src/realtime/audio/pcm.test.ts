import { expect, it } from 'vitest'
import { bytesOf, fromBase64, samplesOf, toBase64, toInt16 } from './pcm'
import { measure } from './level'

it('brings samples over the wire and back', () => {
  const samples = Int16Array.from({ length: 20_000 }, (_, n) => ((n * 7919) % 65_536) - 32_768)
  expect(samplesOf(fromBase64(toBase64(bytesOf(samples))))).toEqual(samples)
})

it('writes little-endian, as the server reads', () => {
  expect(toBase64(bytesOf(Int16Array.of(1, -2)))).toBe(btoa('\x01\x00\xfe\xff'))
})

it('drops half a sample at the end', () => {
  expect(samplesOf(fromBase64(btoa('\x01\x00\x02')))).toEqual(Int16Array.of(1))
})

it('reads samples that lie at an odd place of a message', () => {
  expect(samplesOf(Uint8Array.of(9, 1, 0, 2, 0).subarray(1))).toEqual(Int16Array.of(1, 2))
})

it('clips what is too loud', () => {
  expect([toInt16(1.5), toInt16(-1.5), toInt16(0)]).toEqual([32_767, -32_768, 0])
})

it('tells silence of a switched-off microphone from a quiet room', () => {
  expect(measure(new Int16Array(320)).digitalSilence).toBe(true)
  expect(measure(Int16Array.of(0, 1, 0)).digitalSilence).toBe(false)
})

it('measures a full sine at 3 dB below full scale', () => {
  const sine = Int16Array.from({ length: 1600 }, (_, n) => 32_767 * Math.sin((2 * Math.PI * n) / 16))
  expect(measure(sine).rmsDbfs).toBeCloseTo(-3.01, 1)
})
