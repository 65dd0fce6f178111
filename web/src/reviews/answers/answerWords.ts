import type { AnswerState, ReviewAnswer } from '@/api/types'
import { clock } from '@/ui/format'
import { words } from '@/ui/words'

export const answerStates: Record<AnswerState, string> = {
  said: 'Said',
  open: 'Disputed, to be settled',
  upheld: 'Disputed; what was judged holds',
  changed: 'Disputed; judged otherwise now',
}

/** What an answer is about, as it stands at the beginning of a line. */
export function aboutWords({ about, category, atMs }: Pick<ReviewAnswer, 'about' | 'category' | 'atMs'>): string {
  if (about === 'score' && category) return `Score: ${words.category[category]}`
  return about === 'moment' && atMs !== null ? `Moment at ${clock(atMs)}` : 'The whole review'
}
