import { describe, expect, it } from 'vitest'
import type { ReviewMark } from '@/api/types'
import { happenedIn } from './markWords'

const mark = (kind: ReviewMark['kind'], line: number | null): ReviewMark => ({ kind, line, startMs: 0, endMs: 1, text: '', better: null })

describe('happenedIn', () => {
  it('names each kind once for the line that it rests on, in the order of time', () => {
    const happened = happenedIn([mark('talkOver', 4), mark('deadAir', null), mark('curt', 4), mark('talkOver', 4), mark('feelingShown', 7)])
    expect([...happened]).toEqual([
      [4, 'Talk-over, Curt words'],
      [7, 'Feeling shown'],
    ])
  })
})
