import { Page } from '@/ui/Page'

export default function DebriefPage() {
  return <Page title="Debrief">This page is not ready yet.</Page>
}
