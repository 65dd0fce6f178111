import type { WallboardRow } from '@/realtime/supervision/contract'
import type { BoardCall } from '@/realtime/supervision/WallboardFeed'

export const boardCall = (callId: string, more: Partial<WallboardRow> = {}): BoardCall => ({
  atMs: 0,
  row: {
    callId,
    trainee: 'Maya Lindqvist',
    scenarioId: 'billed-twice',
    scenarioTitle: 'Billed twice',
    scenarioType: 'billingInquiry',
    difficulty: 'beginner',
    patient: 'Denise Fowler',
    nowMs: 61_000,
    phase: 'talking',
    traineeSpeaks: true,
    patientSpeaks: false,
    mood: 'irritated',
    tone: [50, 62, 40],
    empathy: [0, 50, 30],
    lastCue: { kind: 'suggestion', text: 'Name her worry.', atMs: 50_000 },
    alerts: [],
    need: 8,
    supervisors: [],
    ...more,
  },
})
