import { clock, count, inSeconds, percent } from '@/ui/format'
import { length, type TalkTimeline } from './talkTimeline'

/** The talk timeline in sentences. */
export function describeTalk({ talkRatio, supervisor, overlaps, deadAir, holds }: TalkTimeline, trainee = 'You'): string {
  if (talkRatio === null) return 'Nobody spoke in this call.'
  if (talkRatio === 0) return 'Only the patient spoke aloud in this call.'
  const sentences = [`${percent(talkRatio)} of the talking was ${trainee === 'You' ? 'yours' : `by ${trainee}`}.`]
  sentences.push(overlaps.length === 0 ? 'Nobody spoke over the other.' : `Both spoke at the same time ${times(overlaps.length)}: ${places(overlaps)}.`)
  const longest = [...deadAir].sort((a, b) => length(b) - length(a))[0]
  if (longest) sentences.push(`There ${deadAir.length === 1 ? 'was one silence' : `were ${count(deadAir.length, 'silence')}`} of more than 3 seconds; the longest lasted ${inSeconds(length(longest))}, at ${clock(longest.startMs)}.`)
  else sentences.push('There was no long silence.')
  if (holds.length > 0) sentences.push(`The patient was on hold ${times(holds.length)}: ${places(holds)}.`)
  if (supervisor.length > 0) sentences.push(`A supervisor spoke to both ${times(supervisor.length)}: ${places(supervisor)}.`)
  return sentences.join(' ')
}

const times = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`)

function places(spans: readonly { startMs: number }[]): string {
  const first = spans.slice(0, 4).map((span) => `at ${clock(span.startMs)}`)
  return new Intl.ListFormat('en').format(spans.length > 4 ? [...first, 'later'] : first)
}
