import { describe, expect, it } from 'vitest'
import type { Party, TranscriptLine } from '@/api/types'
import { describeTalk } from './describeTalk'
import { talkTimeline } from './talkTimeline'

let utterance = 0
const line = (party: Party, startMs: number, endMs: number, typed = false): TranscriptLine => ({ utterance: ++utterance, party, text: 'words', startMs, endMs, typed, cutOff: false, confidence: 1 })

describe('talkTimeline', () => {
  it('finds where both spoke, but not the ordinary handing over of the floor', () => {
    const { overlaps } = talkTimeline([line('patient', 0, 5000), line('trainee', 4000, 8000), line('patient', 7900, 9000)], 10_000)
    expect(overlaps).toEqual([{ startMs: 4000, endMs: 5000 }])
  })

  it('finds the silences that are long enough to be noticed', () => {
    const { deadAir } = talkTimeline([line('patient', 4000, 5000), line('trainee', 7900, 9000), line('patient', 13_000, 14_000)], 20_000)
    expect(deadAir).toEqual([{ startMs: 9000, endMs: 13_000 }])
  })

  it('does not call a hold a silence', () => {
    const { deadAir, holds } = talkTimeline([line('patient', 0, 1000), line('trainee', 31_000, 32_000)], 40_000, [{ startMs: 1500, endMs: 30_500 }])
    expect(deadAir).toEqual([])
    expect(holds).toHaveLength(1)
  })

  it('takes no time of speech from a typed line, and no silence around it', () => {
    const { trainee, deadAir, talkRatio } = talkTimeline([line('patient', 0, 1000), line('trainee', 3000, 3000, true), line('patient', 5000, 6000)], 7000)
    expect(trainee).toEqual([])
    expect(deadAir).toEqual([])
    expect(talkRatio).toBe(0)
  })

  it('draws nothing beyond the end of the call', () => {
    const { patient, holds } = talkTimeline([line('patient', 1000, 9000), line('patient', 12_000, 13_000)], 5000, [{ startMs: 6000, endMs: 7000 }])
    expect(patient).toEqual([{ startMs: 1000, endMs: 5000 }])
    expect(holds).toEqual([])
  })

  it('shows a supervisor who spoke to both, whose time is neither side’s', () => {
    const timeline = talkTimeline([line('trainee', 0, 2000), line('supervisor', 3000, 5000), line('supervisor', 5500, 5500, true), line('patient', 6000, 8000)], 9000)
    expect(timeline.supervisor).toEqual([{ startMs: 3000, endMs: 5000 }])
    expect(timeline.talkRatio).toBe(0.5)
    expect(describeTalk(timeline)).toContain('A supervisor spoke to both once: at 0:03.')
  })

  it('has no share of the talking where nobody spoke', () => {
    expect(talkTimeline([], 5000).talkRatio).toBeNull()
  })
})

describe('describeTalk', () => {
  it('says what the picture shows', () => {
    const text = describeTalk(talkTimeline([line('patient', 0, 6000), line('trainee', 5000, 7000), line('patient', 12_500, 14_500)], 20_000))
    expect(text).toBe('20 % of the talking was yours. Both spoke at the same time once: at 0:05. There was one silence of more than 3 seconds; the longest lasted 5.5 seconds, at 0:07.')
  })

  it('says so when nobody spoke', () => {
    expect(describeTalk(talkTimeline([], 5000))).toBe('Nobody spoke in this call.')
  })
})
