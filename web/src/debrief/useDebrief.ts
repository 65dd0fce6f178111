import { useQuery } from '@tanstack/react-query'
import { ApiProblem } from '@/api/problem'
import { queries } from '@/api/queries'

/** The call is there and has ended, so a debrief that is not there is still being written. */
export const isBeingWritten = (error: unknown) => error instanceof ApiProblem && (error.status === 404 || error.status === 409)

/** Asks again every second while the debrief is being written, then less often. */
export function useDebrief(callId: string, hasEnded: boolean) {
  return useQuery({
    ...queries.debrief(callId),
    enabled: hasEnded,
    // What was written is not written anew.
    staleTime: Infinity,
    refetchInterval: ({ state }) => {
      if (state.status !== 'error' || !isBeingWritten(state.error)) return false
      return state.errorUpdateCount < 20 ? 1000 : 5000
    },
  })
}
