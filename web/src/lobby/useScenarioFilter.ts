import { useSearchParams } from 'react-router'
import { words } from '@/ui/words'
import type { ScenarioFilter } from './filterScenarios'

const oneOf = <T extends string>(value: string | null, known: Record<T, string>): T | null => (value !== null && value in known ? (value as T) : null)

/** The filter lives in the address, so that going back finds it again. */
export function useScenarioFilter() {
  const [search, setSearch] = useSearchParams()
  const filter: ScenarioFilter = {
    text: search.get('q') ?? '',
    type: oneOf(search.get('type'), words.type),
    difficulty: oneOf(search.get('difficulty'), words.difficulty),
  }
  const change = (changes: Partial<ScenarioFilter>) => {
    const { text, type, difficulty } = { ...filter, ...changes }
    const next = { ...(text && { q: text }), ...(type && { type }), ...(difficulty && { difficulty }) }
    setSearch(next, { replace: true, preventScrollReset: true })
  }
  return { filter, change, isFiltered: filter.text !== '' || filter.type !== null || filter.difficulty !== null }
}
