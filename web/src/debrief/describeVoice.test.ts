import { expect, it } from 'vitest'
import type { VoicePoint } from '@/api/types'
import { describeVoice } from './describeVoice'

const point = (atMs: number, more: Partial<VoicePoint> = {}): VoicePoint => ({
  utterance: 1, atMs, loudnessDb: 0, pitchSemitones: 0, movement: 1, wordsPerMinute: 140, pace: 1, ...more,
})

it('says that a voice stayed as it was', () => {
  expect(describeVoice([point(1000), point(2000, { movement: null, pace: null })])).toBe('Your voice stayed near how you began: loudness, melody and pace.')
})

it('speaks of the caller where it is theirs', () => {
  expect(describeVoice([point(60_000, { loudnessDb: 9 })], 'caller')).toBe('The caller was louder than they began at 1:00.')
})

it('names what moved, and when', () => {
  expect(describeVoice([point(60_000, { loudnessDb: 9 }), point(90_000, { movement: 0.3, pace: 1.4 })])).toBe(
    'You were louder than you began at 1:00. You were more monotone than you began at 1:30. You were much faster than you began at 1:30.',
  )
  const places = Array.from({ length: 6 }, (_, n) => point(n * 60_000, { loudnessDb: -9 }))
  expect(describeVoice(places)).toBe('You were much quieter than you began at 0:00, at 1:00, at 2:00, at 3:00, and later.')
})
