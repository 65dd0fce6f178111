import { Button, CopyButton, TextInput } from '@mantine/core'
import type { Invitation } from '@/api/types'
import { when } from '@/ui/format'
import { Note } from '@/ui/Note'

/** Shown once: the server keeps no copy, and sends no mail. */
export function InvitationLink({ invitation }: { invitation: Invitation }) {
  const link = invitationLink(invitation)
  return (
    <Note role="status">
      <strong>Give this link to {invitation.person.displayName}.</strong>
      <span>It works once, until {when(invitation.validUntil)}. It is shown only here.</span>
      <TextInput readOnly w="100%" aria-label="Invitation link" value={link} onFocus={(event) => event.currentTarget.select()} />
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button size="compact-md" variant="default" onClick={copy}>
            {copied ? 'Copied' : 'Copy the link'}
          </Button>
        )}
      </CopyButton>
    </Note>
  )
}

/** The token stands after the #, which browsers do not send: it appears in no server's log. */
export function invitationLink({ person, token }: Pick<Invitation, 'person' | 'token'>): string {
  return `${window.location.origin}/invitation#${new URLSearchParams({ person: person.id, token })}`
}
