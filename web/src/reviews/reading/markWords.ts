import type { ReviewMark } from '@/api/types'

/** What happened at a moment. */
export const markWords: Record<ReviewMark['kind'], string> = {
  talkOver: 'Talk-over',
  deadAir: 'Silence',
  phraseToAvoid: 'Phrase to avoid',
  empathyMissed: 'Feeling left unanswered',
  feelingShown: 'Feeling shown',
  risingIrritation: 'Irritation rises',
  curt: 'Curt words',
  identityChecked: 'Identity asked for',
}

/** The same for each line in which something happened, every kind once. */
export function happenedIn(marks: readonly ReviewMark[]): ReadonlyMap<number, string> {
  const words = new Map<number, Set<string>>()
  for (const { line, kind } of marks) {
    if (line !== null) words.set(line, (words.get(line) ?? new Set()).add(markWords[kind]))
  }
  return new Map([...words].map(([line, said]) => [line, [...said].join(', ')]))
}
