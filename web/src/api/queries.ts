import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, body } from './client'
import type { CallStatus, Difficulty, ExportedReview, ReviewMark, ReviewStatus, ScenarioType } from './types'

export interface CallFilters {
  scenarioId?: string | undefined
  type?: ScenarioType | undefined
  difficulty?: Difficulty | undefined
  status?: CallStatus | undefined
  from?: string | undefined
  to?: string | undefined
  /** Own calls only; supervisors and coaches may see those of others. */
  mine?: boolean | undefined
}

export interface ReviewFilters {
  status?: ReviewStatus | undefined
  staffId?: string | undefined
  queue?: string | undefined
}

export interface ReviewSearch {
  words?: string | undefined
  moment?: ReviewMark['kind'] | undefined
  staffId?: string | undefined
  queue?: string | undefined
  from?: string | undefined
  to?: string | undefined
  leastScore?: number | undefined
  mostScore?: number | undefined
  order?: 'worst' | undefined
}

/** Of a recording: it moves by itself. */
const moves = ({ status }: { status: ReviewStatus }) => status === 'queued' || status === 'working'

/** One place for every query's key and request; pages and invalidations share them. */
export const queries = {
  session: () =>
    queryOptions({
      queryKey: ['session'],
      queryFn: async ({ signal }) => body(await api.GET('/api/session', { signal })),
      staleTime: 5 * 60_000,
    }),
  people: () =>
    queryOptions({
      queryKey: ['people'],
      queryFn: async ({ signal }) => body(await api.GET('/api/people', { signal })),
    }),
  scenarios: () =>
    queryOptions({
      queryKey: ['scenarios'],
      queryFn: async ({ signal }) => body(await api.GET('/api/scenarios', { signal })),
    }),
  scenario: (id: string) =>
    queryOptions({
      queryKey: ['scenarios', id],
      queryFn: async ({ signal }) => body(await api.GET('/api/scenarios/{id}', { params: { path: { id } }, signal })),
    }),
  scenarioProblems: () =>
    queryOptions({
      queryKey: ['scenario-problems'],
      queryFn: async ({ signal }) => body(await api.GET('/api/scenarios/problems', { signal })),
    }),
  progress: () =>
    queryOptions({
      queryKey: ['progress'],
      queryFn: async ({ signal }) => body(await api.GET('/api/progress', { signal })),
    }),
  myNotice: () =>
    queryOptions({
      queryKey: ['my-reviews', 'notice'],
      queryFn: async ({ signal }) => body(await api.GET('/api/my-reviews/notice', { signal })),
      refetchInterval: 60_000,
    }),
  myReviews: () =>
    queryOptions({
      queryKey: ['my-reviews'],
      queryFn: async ({ signal }) => body(await api.GET('/api/my-reviews', { signal })),
    }),
  myReview: (id: string) =>
    queryOptions({
      queryKey: ['my-reviews', 'review', id],
      queryFn: async ({ signal }) => body(await api.GET('/api/my-reviews/{id}', { params: { path: { id } }, signal })),
    }),
  myOutline: (id: string) =>
    queryOptions({
      queryKey: ['my-reviews', 'outline', id],
      queryFn: async ({ signal }) => body(await api.GET('/api/my-reviews/{id}/outline', { params: { path: { id } }, signal })),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  comparison: (practiceId: string) =>
    queryOptions({
      queryKey: ['my-reviews', 'comparison', practiceId],
      queryFn: async ({ signal }) => body(await api.GET('/api/my-reviews/practices/{practiceId}', { params: { path: { practiceId } }, signal })),
    }),
  myActions: () =>
    queryOptions({
      queryKey: ['my-reviews', 'actions'],
      queryFn: async ({ signal }) => body(await api.GET('/api/my-reviews/actions', { signal })),
    }),
  answers: (id: string) =>
    queryOptions({
      queryKey: ['review-answers', id],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/{id}/answers', { params: { path: { id } }, signal })),
    }),
  disputes: () =>
    queryOptions({
      queryKey: ['review-disputes'],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/disputes', { signal })),
    }),
  actions: (filter: { recordedCallId?: string; done?: boolean }) =>
    queryOptions({
      queryKey: ['review-actions', filter],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/actions', { params: { query: filter }, signal })),
    }),
  coaches: () =>
    queryOptions({
      queryKey: ['coaches'],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/coaches', { signal })),
      staleTime: 60_000,
    }),
  calibrations: () =>
    queryOptions({
      queryKey: ['calibrations'],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/calibrations', { signal })),
    }),
  calibration: (id: string) =>
    queryOptions({
      queryKey: ['calibrations', id],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/calibrations/{calibrationId}', { params: { path: { calibrationId: id } }, signal })),
    }),
  share: (id: string) =>
    queryOptions({
      queryKey: ['review-share', id],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/{id}/share', { params: { path: { id } }, signal })),
    }),
  engines: () =>
    queryOptions({
      queryKey: ['engines'],
      queryFn: async ({ signal }) => body(await api.GET('/api/engines', { signal })),
      staleTime: 60_000,
    }),
  models: () =>
    queryOptions({
      queryKey: ['models'],
      queryFn: async ({ signal }) => body(await api.GET('/api/models', { signal })),
    }),
  supervisionPolicy: () =>
    queryOptions({
      queryKey: ['supervision', 'policy'],
      queryFn: async ({ signal }) => body(await api.GET('/api/supervision/policy', { signal })),
    }),
  supervisionAudit: () =>
    infiniteQueryOptions({
      queryKey: ['supervision', 'audit'],
      initialPageParam: undefined as string | undefined,
      queryFn: async ({ signal, pageParam }) => body(await api.GET('/api/supervision/audit', { params: { query: { before: pageParam, take: 50 } }, signal })),
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  calls: (filters: CallFilters) =>
    infiniteQueryOptions({
      queryKey: ['calls', filters],
      initialPageParam: undefined as string | undefined,
      queryFn: async ({ signal, pageParam }) =>
        body(await api.GET('/api/calls', { params: { query: { ...filters, before: pageParam, take: 20 } }, signal })),
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  call: (id: string) =>
    queryOptions({
      queryKey: ['call', id],
      queryFn: async ({ signal }) => body(await api.GET('/api/calls/{id}', { params: { path: { id } }, signal })),
    }),
  uploadRules: () =>
    queryOptions({
      queryKey: ['upload-rules'],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/rules', { signal })),
      staleTime: 5 * 60_000,
    }),
  staff: () =>
    queryOptions({
      queryKey: ['staff'],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/staff', { signal })),
      staleTime: 60_000,
    }),
  reviews: (filters: ReviewFilters) =>
    infiniteQueryOptions({
      queryKey: ['reviews', filters],
      initialPageParam: undefined as string | undefined,
      queryFn: async ({ signal, pageParam }) =>
        body(await api.GET('/api/reviews', { params: { query: { ...filters, before: pageParam, take: 20 } }, signal })),
      getNextPageParam: (page) => page.next ?? undefined,
      refetchInterval: ({ state }) => (state.data?.pages.some((page) => page.reviews.some(moves)) ? 2_000 : false),
    }),
  search: (search: ReviewSearch) =>
    infiniteQueryOptions({
      queryKey: ['review-search', search],
      initialPageParam: undefined as string | undefined,
      queryFn: async ({ signal, pageParam }) => body(await api.GET('/api/reviews/search', { params: { query: { ...search, before: pageParam } }, signal })),
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  exportedReview: (id: string) =>
    queryOptions({
      queryKey: ['review-export', id],
      // A file, whose content the API's description does not tell.
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/{id}/export', { params: { path: { id } }, parseAs: 'json', signal })) as unknown as ExportedReview,
      // Each time it is asked for it is written down.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    }),
  reading: (id: string, reveal: boolean) =>
    queryOptions({
      queryKey: ['reviews', 'reading', id, reveal],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/{id}/reading', { params: { path: { id }, query: { reveal } }, signal })),
      // What was revealed is not kept for whoever uses the browser next.
      ...(reveal && { gcTime: 0 }),
    }),
  reviewAudit: (id: string) =>
    queryOptions({
      queryKey: ['reviews', 'audit', id],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/audit', { params: { query: { recordedCallId: id } }, signal })),
    }),
  judgements: (id: string) =>
    queryOptions({
      queryKey: ['judgements', id],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/{id}/judgements', { params: { path: { id } }, signal })),
    }),
  agreement: () =>
    queryOptions({
      queryKey: ['review-agreement'],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/agreement', { signal })),
    }),
  retention: () =>
    queryOptions({
      queryKey: ['review-retention'],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/retention', { signal })),
    }),
  line: (id: string, number: number) =>
    queryOptions({
      queryKey: ['review-line', id, number],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/{id}/lines/{number}', { params: { path: { id, number } }, signal })),
      // Its words are not masked: not kept for whoever uses the browser next, and always as they are now.
      gcTime: 0,
      staleTime: 0,
    }),
  practices: (id: string) =>
    queryOptions({
      queryKey: ['practices', id],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/{id}/practices', { params: { path: { id } }, signal })),
    }),
  practice: (id: string, practiceId: string) =>
    queryOptions({
      queryKey: ['practices', id, practiceId],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/{id}/practices/{practiceId}', { params: { path: { id, practiceId } }, signal })),
    }),
  outline: (id: string) =>
    queryOptions({
      queryKey: ['review-outline', id],
      queryFn: async ({ signal }) => body(await api.GET('/api/reviews/{id}/outline', { params: { path: { id } }, signal })),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  debrief: (id: string) =>
    queryOptions({
      queryKey: ['call', id, 'debrief'],
      queryFn: async ({ signal }) => body(await api.GET('/api/calls/{id}/debrief', { params: { path: { id } }, signal })),
    }),
}
