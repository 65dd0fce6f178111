import { Page } from '@/ui/Page'

export default function HistoryPage() {
  return <Page title="History">This page is not ready yet.</Page>
}
