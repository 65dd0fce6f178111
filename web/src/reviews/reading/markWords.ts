import type { ReviewMark } from '@/api/types'

/** What happened at a moment. */
export const markWords: Record<ReviewMark['kind'], string> = {
  talkOver: 'Talk-over',
  deadAir: 'Silence',
  phraseToAvoid: 'Phrase to avoid',
  empathyMissed: 'Feeling left unanswered',
  feelingShown: 'Feeling shown',
  curt: 'Curt words',
  identityChecked: 'Identity asked for',
}
