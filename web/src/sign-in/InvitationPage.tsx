import { Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useLocation } from 'react-router'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import { LinkButton } from '@/ui/LinkButton'
import { Loading } from '@/ui/Loading'
import { Note } from '@/ui/Note'
import { Page } from '@/ui/Page'
import { ProblemNote } from '@/ui/ProblemNote'
import { Doorway } from './Doorway'
import { NewPassword } from './NewPassword'
import { useEnter } from './useEnter'

/** Where an invitation leads: choose a password, and one is in. */
export default function InvitationPage() {
  const session = useQuery(queries.session())
  const invitation = new URLSearchParams(useLocation().hash.slice(1))
  const personId = invitation.get('person')
  const token = invitation.get('token')
  const [password, setPassword] = useState('')
  const accept = useEnter(async (input: { personId: string; token: string; password: string }) => body(await api.POST('/api/session/invitation', { body: input })))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (personId && token) accept.mutate({ personId, token, password })
  }
  return (
    <Doorway serverName={session.data?.serverName}>
      <Page title="Welcome" intro="You were invited to the practice room. Choose a password, and you are in.">
        {session.isPending && <Loading what="Looking for the server" />}
        {session.isError && <ProblemNote problem={session.error} retry={() => void session.refetch()} />}
        {session.data && !(personId && token) && (
          <>
            <Note role="alert">
              <strong>This invitation is not complete.</strong>
              <span>Open the whole link that you were given, or ask your administrator for a new one.</span>
            </Note>
            <LinkButton to="/sign-in" variant="default">
              Go to sign in
            </LinkButton>
          </>
        )}
        {session.data && personId && token && (
          <form onSubmit={submit}>
            <Stack>
              <NewPassword value={password} onChange={setPassword} />
              {accept.isError && <ProblemNote problem={accept.error} />}
              <Button type="submit" size="md" loading={accept.isPending}>
                Come in
              </Button>
            </Stack>
          </form>
        )}
      </Page>
    </Doorway>
  )
}
