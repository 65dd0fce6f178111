import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet, useLocation } from 'react-router'
import { queries } from '@/api/queries'
import { Loading } from '@/ui/Loading'
import { ProblemPage } from '@/ui/ProblemPage'

/** Lets signed-in people through; leads others to the sign-in page and back again afterwards. */
export function RequireSession() {
  const session = useQuery(queries.session())
  const { pathname, search } = useLocation()

  if (session.isPending) return <Loading />
  if (!session.data) return <ProblemPage problem={session.error} retry={() => session.refetch()} />
  if (session.data.setupNeeded) return <Navigate to="/setup" replace />
  if (!session.data.user) {
    const here = pathname + search
    return <Navigate to={here === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(here)}`} replace />
  }
  return <Outlet />
}
