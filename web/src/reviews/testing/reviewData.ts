import type { ReviewSummary } from '@/api/types'

/** A recording that is ready, unless a test says otherwise. */
export const recording = (but: Partial<ReviewSummary> = {}): ReviewSummary => ({
  id: '0197b000-0000-7000-8000-000000000001',
  fileName: 'monday.wav',
  bytes: 1_000_000,
  receivedBytes: 1_000_000,
  uploadedAt: '2026-11-21T09:00:00Z',
  staffId: 'p3',
  staffName: 'Sam Rivera',
  takenAt: '2026-11-02T09:30:00Z',
  queue: 'Billing',
  consentNoted: true,
  status: 'ready',
  stage: 'transcribe',
  progress: null,
  before: null,
  problemCode: null,
  problem: null,
  notes: [],
  durationMs: 185_000,
  twoSided: true,
  staffChannel: 0,
  engine: 'pocketsphinx',
  hold: null,
  removedAt: null,
  ...but,
})
