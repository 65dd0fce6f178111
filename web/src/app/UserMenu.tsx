import { Avatar, Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api } from '@/api/client'
import { queries } from '@/api/queries'
import { words } from '@/ui/words'
import classes from './UserMenu.module.css'
import { useSessionUser } from './useSessionUser'

export function UserMenu() {
  const user = useSessionUser()
  const client = useQueryClient()
  const navigate = useNavigate()
  const signOut = useMutation({
    mutationFn: () => api.DELETE('/api/session'),
    onSuccess: async () => {
      client.clear()
      await client.fetchQuery(queries.session())
      await navigate('/sign-in', { replace: true })
    },
  })
  if (!user) return null
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <UnstyledButton className={classes.target}>
          <Avatar name={user.displayName} radius="xl" size={36} className={classes.avatar} aria-hidden />
          <VisuallyHidden>{user.displayName}: account menu</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <Text fw={600}>{user.displayName}</Text>
          <Text size="sm" c="dimmed">
            {user.tenantName}
          </Text>
          <Text size="sm" c="dimmed">
            {user.roles.map((role) => words.role[role]).join(', ')}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} disabled={signOut.isPending} onClick={() => signOut.mutate()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
