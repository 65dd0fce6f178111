import type { MyNotice } from '@/api/types'

/** One sentence for each kind of news. */
export function noticeWords(notice: MyNotice): string[] {
  return [notice.new > 0 && (notice.new === 1 ? 'A coach went through a call of yours and shares it with you.' : `Coaches went through ${notice.new} calls of yours and share them with you.`)].filter((sentence) => sentence !== false)
}

/** How many things are new. */
export const newsIn = (notice: MyNotice): number => notice.new
