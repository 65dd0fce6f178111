import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem'
import { queries } from './queries'
import type { SessionInfo } from './types'

export function makeQueryClient(): QueryClient {
  // A cookie that ran out shows itself as a 401 on any request; the guard then leads to the sign-in page.
  const forgetUser = (error: Error) => {
    if (!(error instanceof ApiProblem) || error.status !== 401) return
    client.setQueryData<SessionInfo>(queries.session().queryKey, (session) => session && { ...session, user: null })
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: forgetUser }),
    mutationCache: new MutationCache({ onError: forgetUser }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // What the server refused it will refuse again; only silence is worth another try.
        retry: (count, error) => count < 2 && error instanceof ApiProblem && error.isServerGone,
        // Run even when the browser thinks it is offline: the server may be on this very machine.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
  return client
}
