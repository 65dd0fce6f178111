import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import type { Role } from '@/api/types'
import { ProblemNote } from '@/ui/ProblemNote'
import { words } from '@/ui/words'
import { InvitationLink } from './InvitationLink'

const nobody = { displayName: '', email: '', roles: ['trainee'] as Role[] }

export function InviteForm() {
  const [person, setPerson] = useState(nobody)
  const client = useQueryClient()
  const invite = useMutation({
    mutationFn: async (input: typeof person) => body(await api.POST('/api/people', { body: { ...input, displayName: input.displayName.trim(), email: input.email.trim() } })),
    onSuccess: async () => {
      setPerson(nobody)
      await client.invalidateQueries({ queryKey: queries.people().queryKey })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate(person)
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput label="Name" required withAsterisk={false} maxLength={100} autoComplete="off" value={person.displayName} onChange={(event) => setPerson({ ...person, displayName: event.currentTarget.value })} />
        <TextInput label="E-mail address" type="email" required withAsterisk={false} maxLength={254} autoComplete="off" value={person.email} onChange={(event) => setPerson({ ...person, email: event.currentTarget.value })} />
        <Checkbox.Group label="Comes in as" value={person.roles} onChange={(roles) => setPerson({ ...person, roles: roles as Role[] })}>
          <Group mt="xs">
            {Object.entries(words.role).map(([value, label]) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
        {invite.isError && <ProblemNote problem={invite.error} />}
        <Button type="submit" loading={invite.isPending} disabled={person.roles.length === 0}>
          Invite
        </Button>
        {invite.data && <InvitationLink invitation={invite.data} />}
      </Stack>
    </form>
  )
}
