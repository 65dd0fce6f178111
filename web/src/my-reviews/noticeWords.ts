import type { MyNotice } from '@/api/types'
import { count } from '@/ui/format'

/** One sentence for each kind of news. */
export function noticeWords({ new: shared, replies, actions, overdue }: MyNotice): string[] {
  const sentences = [
    shared > 0 && (shared === 1 ? 'A coach went through a call of yours and shares it with you.' : `Coaches went through ${shared} calls of yours and share them with you.`),
    replies > 0 && (replies === 1 ? 'A coach replied to your answer.' : `Coaches replied to ${replies} of your answers.`),
    actions > 0 && `You have ${count(actions, 'thing')} to practise${overdue > 0 ? `, ${overdue} of them overdue` : ''}.`,
  ]
  return sentences.filter((sentence) => sentence !== false)
}

/** How many things wait to be looked at. */
export const newsIn = (notice: MyNotice): number => notice.new + notice.replies + notice.overdue
