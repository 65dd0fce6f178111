import type { CallFacts } from '@/api/types'

/** What is said of a call, as it stands in the fields. */
export interface About {
  staffId: string | null
  /** As a date field has it, in the person's own time; empty: not known. */
  taken: string
  queue: string
  consentNoted: boolean
}

export const aboutOf = ({ staffId, takenAt, queue, consentNoted }: CallFacts): About => ({ staffId, taken: takenAt ? fieldOf(takenAt) : '', queue: queue ?? '', consentNoted })

/** @param was what stood there before: a time that was not touched keeps the seconds, which the field does not show */
export function factsOf({ staffId, taken, queue, consentNoted }: About, was?: CallFacts): CallFacts {
  const untouched = was?.takenAt && taken === fieldOf(was.takenAt)
  return { staffId, takenAt: untouched ? was.takenAt : taken ? new Date(taken).toISOString() : null, queue, consentNoted }
}

/** A moment as a date field has it: the person's own time, to the minute. */
function fieldOf(at: string): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`
}
