import { expect, it } from 'vitest'
import { FramePacker } from './FramePacker'

it('cuts blocks of any size into frames of 20 ms and loses nothing', () => {
  const packer = new FramePacker()
  const frames: Int16Array[] = []
  const ramp = Float32Array.from({ length: 1000 }, (_, n) => n / 32_768)
  for (let at = 0; at < ramp.length; at += 128) packer.add(ramp.subarray(at, at + 128), (frame) => frames.push(frame))
  expect(frames.map((frame) => frame.length)).toEqual([320, 320, 320])
  expect(frames.flatMap((frame) => [...frame])).toEqual(Array.from({ length: 960 }, (_, n) => n))
})
