import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import type { Role, SessionUser } from '@/api/types'

/** Who is signed in; null on the sign-in page. */
export function useSessionUser(): SessionUser | null {
  return useQuery(queries.session()).data?.user ?? null
}

export function useIsIn(role: Role): boolean {
  return useSessionUser()?.roles.includes(role) ?? false
}
