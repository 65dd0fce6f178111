import { useSearchParams } from 'react-router'
import type { ReviewSearch } from '@/api/queries'
import { markWords } from '../reading/markWords'

const names = ['words', 'moment', 'staffId', 'queue', 'from', 'to', 'leastScore', 'mostScore', 'order'] as const

/** What is searched for, kept in the address so that it can be shared and gone back to. */
export function useSearchFilters() {
  const [search, setSearch] = useSearchParams()
  const said = (name: (typeof names)[number]) => search.get(name) ?? undefined
  const score = (name: 'leastScore' | 'mostScore') => (/^\d{1,3}$/.test(said(name) ?? '') ? Number(said(name)) : undefined)
  const moment = said('moment')
  const values: ReviewSearch = {
    words: said('words'),
    moment: moment !== undefined && moment in markWords ? (moment as ReviewSearch['moment']) : undefined,
    staffId: said('staffId'),
    queue: said('queue'),
    from: said('from'),
    to: said('to'),
    leastScore: score('leastScore'),
    mostScore: score('mostScore'),
    order: said('order') === 'worst' ? 'worst' : undefined,
  }
  const change = (to: ReviewSearch) =>
    setSearch(new URLSearchParams(names.flatMap((name) => (to[name] === undefined || to[name] === '' ? [] : [[name, String(to[name])]]))), { replace: true })
  return { values, change, clear: () => change({}), isAsked: Object.values(values).some((value) => value !== undefined) }
}
