import { Button, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Navigate } from 'react-router'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import { Loading } from '@/ui/Loading'
import { Page } from '@/ui/Page'
import { ProblemNote } from '@/ui/ProblemNote'
import { Doorway } from './Doorway'
import { NewPassword } from './NewPassword'
import { useEnter } from './useEnter'

const fields = [
  { name: 'code', label: 'Setup code', description: 'It stands in the server’s log, printed at its last start.', autoComplete: 'one-time-code' },
  { name: 'organisationName', label: 'Organisation', description: 'The practice or hospital that trains here.', autoComplete: 'organization' },
  { name: 'displayName', label: 'Your name', autoComplete: 'name' },
  { name: 'email', label: 'Your e-mail address', type: 'email', autoComplete: 'username' },
] as const

/** Makes the first administrator of a new server. */
export default function SetUpPage() {
  const session = useQuery(queries.session())
  const [values, setValues] = useState({ code: '', organisationName: '', displayName: '', email: '', password: '' })
  const setUp = useEnter(async (input: typeof values) => body(await api.POST('/api/session/setup', { body: input })))

  if (session.data && !session.data.setupNeeded) return <Navigate to={session.data.user ? '/' : '/sign-in'} replace />
  const set = (name: keyof typeof values, value: string) => setValues((before) => ({ ...before, [name]: value }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setUp.mutate({ ...values, code: values.code.trim(), email: values.email.trim() })
  }
  return (
    <Doorway serverName={session.data?.serverName}>
      <Page title="Set up this server" intro="Nobody can sign in yet. You will be the first administrator.">
        {session.isPending && <Loading what="Looking for the server" />}
        {session.isError && <ProblemNote problem={session.error} retry={() => void session.refetch()} />}
        {session.data && (
          <form onSubmit={submit}>
            <Stack>
              {fields.map(({ name, ...field }) => (
                <TextInput key={name} size="md" required withAsterisk={false} value={values[name]} onChange={(event) => set(name, event.currentTarget.value)} {...field} />
              ))}
              <NewPassword value={values.password} onChange={(password) => set('password', password)} />
              {setUp.isError && <ProblemNote problem={setUp.error} />}
              <Button type="submit" size="md" loading={setUp.isPending}>
                Set up
              </Button>
            </Stack>
          </form>
        )}
      </Page>
    </Doorway>
  )
}
