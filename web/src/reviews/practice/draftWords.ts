import type { PracticeDraft, TraineeAct } from '@/api/types'

/** What can have been missed at a moment, after "the trainee must". */
export const neededActs = {
  acknowledgeFeeling: 'say that they hear the feeling',
  apologise: 'say sorry',
  explain: 'explain',
  offer: 'offer something',
  promise: 'promise something, with a time',
  checkUnderstanding: 'check that they understood',
  hold: 'say what the silence is for',
  ask: 'ask',
} satisfies Partial<Record<TraineeAct, string>>

export const draftMoods: Record<PracticeDraft['mood'], string> = {
  calm: 'calm',
  worried: 'worried',
  irritated: 'irritated',
  angry: 'angry',
}
