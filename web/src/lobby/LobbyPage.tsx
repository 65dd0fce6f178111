import { Page } from '@/ui/Page'

export default function LobbyPage() {
  return <Page title="Lobby">This page is not ready yet.</Page>
}
