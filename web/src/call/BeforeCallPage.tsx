import { Page } from '@/ui/Page'

export default function BeforeCallPage() {
  return <Page title="Before the call">This page is not ready yet.</Page>
}
