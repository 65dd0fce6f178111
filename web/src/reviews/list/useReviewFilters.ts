import { useSearchParams } from 'react-router'
import type { ReviewFilters } from '@/api/queries'
import type { ReviewStatus } from '@/api/types'

export const statuses: Record<ReviewStatus, string> = {
  uploading: 'Uploading',
  queued: 'Waiting',
  working: 'Being worked on',
  ready: 'Ready',
  failed: 'Failed',
}

/** The filters of the list, kept in the address so that they can be shared and gone back to. */
export function useReviewFilters() {
  const [search, setSearch] = useSearchParams()
  const status = search.get('status')
  const values: ReviewFilters = {
    status: status !== null && status in statuses ? (status as ReviewStatus) : undefined,
    staffId: search.get('staff') ?? undefined,
    queue: search.get('queue') ?? undefined,
  }
  const change = ({ status: to, staffId, queue }: ReviewFilters) => {
    const next = new URLSearchParams(Object.entries({ status: to, staff: staffId, queue }).filter((entry): entry is [string, string] => !!entry[1]))
    setSearch(next, { replace: true })
  }
  return { values, change, clear: () => change({}), isFiltered: Object.values(values).some((value) => value !== undefined) }
}
