import { describe, expect, it } from 'vitest'
import type { VoicePoint } from '@/api/types'
import { steadied } from './steadied'

const point = (atMs: number, loudnessDb: number, pitchSemitones: number | null = null): VoicePoint => ({
  utterance: 1, atMs, loudnessDb, pitchSemitones, movement: null, wordsPerMinute: null, pace: null,
})

describe('steadied', () => {
  it('leaves out what was not measured', () => {
    expect(steadied([point(0, 1), point(1_000, 2, -3)], ({ pitchSemitones }) => pitchSemitones)).toEqual([{ atMs: 1_000, value: -3 }])
    expect(steadied([point(0, 1)], ({ pitchSemitones }) => pitchSemitones)).toEqual([])
  })

  it('keeps each point of a short call, and means of neighbours of a long one', () => {
    expect(steadied([point(0, 1), point(1_000, 3)], ({ loudnessDb }) => loudnessDb)).toHaveLength(2)
    const long = steadied(Array.from({ length: 240 }, (_, n) => point(n * 1_000, n % 2)), ({ loudnessDb }) => loudnessDb)
    expect(long).toHaveLength(120)
    expect(long[0]).toEqual({ atMs: 500, value: 0.5 })
  })
})
