import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import { queries } from '@/api/queries'
import type { SessionInfo, SessionUser } from '@/api/types'

/** Signs in by the given request, remembers who it is, and goes where the person wanted to be. */
export function useEnter<TRequest>(request: (input: TRequest) => Promise<SessionUser>) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  return useMutation({
    mutationFn: request,
    onSuccess: async (user) => {
      // Whatever an earlier person left in this browser is not for the next one.
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
      client.setQueryData<SessionInfo>(queries.session().queryKey, (session) => session && { ...session, user, setupNeeded: false })
      await navigate(ownPath(search.get('to')), { replace: true })
    },
  })
}

/** Only addresses of this client; anything else leads to the lobby. */
export function ownPath(to: string | null): string {
  return to && /^\/(?![/\\])/.test(to) ? to : '/'
}
