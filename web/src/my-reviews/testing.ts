import type { MyReview } from '@/api/types'

/** A call that was shared, unless a test says otherwise. */
export const myReview = (but: Partial<MyReview> = {}): MyReview => ({
  id: 'r1',
  takenAt: '2026-11-02T09:30:00Z',
  queue: 'Billing',
  durationMs: 30_000,
  hasSides: true,
  staffChannel: 0,
  lines: [
    { number: 1, speaker: 'staff', startMs: 1_000, endMs: 3_000, text: 'thank you for calling', confidence: 0.8, words: [], corrected: false },
    { number: 2, speaker: 'caller', startMs: 4_000, endMs: 8_000, text: 'my name is [name]', confidence: 0.8, words: [], corrected: false },
  ],
  marks: [{ kind: 'deadAir', startMs: 8_000, endMs: 20_000, line: null, text: 'Nobody spoke for 12 seconds.', better: null }],
  debrief: null,
  sharedBy: 'Priya Nair',
  sharedAt: '2026-11-20T10:00:00Z',
  words: {
    note: 'Hear the end.',
    scores: [{ category: 'tone', score: 60, reason: 'Too quick.' }],
    comments: [{ line: 2, atMs: 4_000, kind: 'strength', text: 'You let them finish.' }],
  },
  answers: [],
  practices: [],
  ...but,
})
