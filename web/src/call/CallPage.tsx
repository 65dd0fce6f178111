import { Page } from '@/ui/Page'

export default function CallPage() {
  return <Page title="Call">This page is not ready yet.</Page>
}
