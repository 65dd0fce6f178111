import { useSearchParams } from 'react-router'
import type { CallFilters } from '@/api/queries'
import { words } from '@/ui/words'

const oneOf = <T extends string>(value: string | null, known: Record<T, string>): T | undefined => (value !== null && value in known ? (value as T) : undefined)
const aDay = (value: string | null) => (value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined)

/** What the filter bar holds; days as "2026-11-21", in the person's own time. */
export interface CallFilterValues extends Omit<CallFilters, 'from' | 'to' | 'mine'> {
  /** Not only one's own. */
  everybodys?: boolean | undefined
  fromDay?: string | undefined
  toDay?: string | undefined
}

/** The filters live in the address: a filtered list can be kept and sent. */
export function useCallFilters() {
  const [search, setSearch] = useSearchParams()
  const values: CallFilterValues = {
    scenarioId: search.get('scenario') ?? undefined,
    type: oneOf(search.get('type'), words.type),
    difficulty: oneOf(search.get('difficulty'), words.difficulty),
    status: oneOf(search.get('status'), words.status),
    fromDay: aDay(search.get('from')),
    toDay: aDay(search.get('to')),
    everybodys: search.get('whose') === 'everybody' || undefined,
  }
  const change = (changes: CallFilterValues) => {
    const { scenarioId, type, difficulty, status, fromDay, toDay, everybodys } = { ...values, ...changes }
    const next = Object.entries({ scenario: scenarioId, type, difficulty, status, from: fromDay, to: toDay, whose: everybodys && 'everybody' }).filter((pair): pair is [string, string] => Boolean(pair[1]))
    setSearch(next, { replace: true, preventScrollReset: true })
  }
  return { values, change, clear: () => setSearch([], { replace: true }), isFiltered: Object.values(values).some((value) => value !== undefined) }
}

/** As the server wants them: moments, the last day included. */
export function toQuery({ fromDay, toDay, everybodys, ...same }: CallFilterValues): CallFilters {
  return { ...same, mine: !everybodys || undefined, from: fromDay && startOf(fromDay).toISOString(), to: toDay && startOf(toDay, 1).toISOString() }
}

function startOf(dayText: string, daysLater = 0): Date {
  const [year = 0, month = 1, dayOfMonth = 1] = dayText.split('-').map(Number)
  return new Date(year, month - 1, dayOfMonth + daysLater)
}
