import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import type { Person } from '@/api/types'
import { ProblemNote } from '@/ui/ProblemNote'
import { words } from '@/ui/words'
import { InvitationLink } from './InvitationLink'
import classes from './PeoplePage.module.css'

/** A new way in helps those whose invitation ran out, and those who forgot their password. */
export function PersonRow({ person }: { person: Person }) {
  const invite = useMutation({
    mutationFn: async () => body(await api.POST('/api/people/{id}/invitation', { params: { path: { id: person.id } } })),
  })
  return (
    <li className={classes.person}>
      <div className={classes.who}>
        <strong>{person.displayName}</strong>
        <span>{person.email}</span>
        <span className={classes.soft}>
          {person.roles.map((role) => words.role[role]).join(', ')}
          {person.invited && ', has not come in yet'}
        </span>
      </div>
      <Button variant="default" size="compact-sm" loading={invite.isPending} onClick={() => invite.mutate()} aria-label={`New link for ${person.displayName}`}>
        New link
      </Button>
      {invite.isError && <ProblemNote problem={invite.error} />}
      {invite.data && (
        <div className={classes.link}>
          <InvitationLink invitation={invite.data} />
        </div>
      )}
    </li>
  )
}
