import { Anchor, Text } from '@mantine/core'
import { Link } from 'react-router'
import { Page } from '@/ui/Page'

export function NotFoundPage() {
  return (
    <Page title="There is nothing at this address">
      <Text size="lg">The address may have been typed wrongly, or what it led to is gone.</Text>
      <Anchor component={Link} to="/">
        Go to the lobby
      </Anchor>
    </Page>
  )
}
