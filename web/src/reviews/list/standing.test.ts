import { describe, expect, it } from 'vitest'
import { recording } from '../testing/reviewData'
import { standing } from './standing'

describe('standing', () => {
  it('says what has arrived of an upload that was left', () => {
    expect(standing(recording({ status: 'uploading', bytes: 5_000_000, receivedBytes: 1_200_000 }))).toBe('1.2 MB of 5 MB have arrived. Choose the same file above to go on.')
  })

  it('says how many come before one that waits', () => {
    expect(standing(recording({ status: 'queued', before: 0 }))).toBe('Waits; it is next')
    expect(standing(recording({ status: 'queued', before: 1 }))).toBe('Waits; 1 recording comes before it')
    expect(standing(recording({ status: 'queued', before: 3 }))).toBe('Waits; 3 recordings come before it')
  })

  it('says the stage, and the time left once it can be told', () => {
    expect(standing(recording({ status: 'working', stage: 'decode', progress: { done: 0, secondsLeft: null } }))).toBe('Decoding the sound')
    expect(standing(recording({ status: 'working', stage: 'transcribe', progress: { done: 0.4, secondsLeft: 90 } }))).toBe('Writing down what was said; about 1 min 30 s left')
  })

  it('says why it failed', () => {
    expect(standing(recording({ status: 'failed', problem: 'This is a video.' }))).toBe('This is a video.')
  })

  it('says that nobody knows who speaks on one channel', () => {
    expect(standing(recording({ twoSided: false }))).toBe('Ready, as one unknown speaker')
  })
})
