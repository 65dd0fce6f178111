import type { GiveAnswer, MyReview, ScoringCategory } from '@/api/types'
import { markWords } from '@/reviews/reading/markWords'
import { clock } from '@/ui/format'
import { words } from '@/ui/words'

/** What can be answered: the review, each score, each moment and comment; as a list to choose from. */
export function answerTopics({ debrief, marks, words: { scores, comments } }: MyReview): { value: string; label: string }[] {
  const categories = new Set([...scores.map(({ category }) => category), ...(debrief?.categories ?? []).filter(({ score }) => score !== null).map(({ category }) => category)])
  const moments = new Map([...marks.map((mark) => [mark.startMs, markWords[mark.kind]] as const), ...comments.map((comment) => [comment.atMs, comment.text.slice(0, 60)] as const)])
  return [
    { value: 'review', label: 'The whole review' },
    ...[...categories].map((category) => ({ value: `score:${category}`, label: `Score: ${words.category[category]}` })),
    ...[...moments].sort(([one], [other]) => one - other).map(([atMs, what]) => ({ value: `moment:${atMs}`, label: `${clock(atMs)} ${what}` })),
  ]
}

/** What was chosen, as the server takes it. */
export function topicOf(value: string): Pick<GiveAnswer, 'about' | 'category' | 'atMs'> {
  const [about, what] = value.split(':')
  if (about === 'score') return { about, category: what as ScoringCategory, atMs: null }
  return about === 'moment' ? { about, category: null, atMs: Number(what) } : { about: 'review', category: null, atMs: null }
}
