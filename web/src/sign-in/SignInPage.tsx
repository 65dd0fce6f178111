import { useQuery } from '@tanstack/react-query'
import { Navigate, useSearchParams } from 'react-router'
import { queries } from '@/api/queries'
import { Loading } from '@/ui/Loading'
import { Page } from '@/ui/Page'
import { ProblemNote } from '@/ui/ProblemNote'
import { DemoAccounts } from './DemoAccounts'
import { Doorway } from './Doorway'
import { SignInForm } from './SignInForm'
import { ownPath } from './useEnter'

export default function SignInPage() {
  const session = useQuery(queries.session())
  const [search] = useSearchParams()

  if (session.data?.setupNeeded) return <Navigate to="/setup" replace />
  if (session.data?.user) return <Navigate to={ownPath(search.get('to'))} replace />
  return (
    <Doorway serverName={session.data?.serverName}>
      <Page title="Sign in">
        {session.isPending && <Loading what="Looking for the server" />}
        {session.isError && <ProblemNote problem={session.error} retry={() => void session.refetch()} />}
        {session.data && (
          <>
            <SignInForm />
            {session.data.demoAccounts.length > 0 && <DemoAccounts accounts={session.data.demoAccounts} />}
          </>
        )}
      </Page>
    </Doorway>
  )
}
