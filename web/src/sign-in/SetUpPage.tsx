import { Page } from '@/ui/Page'

export default function SetUpPage() {
  return <Page title="Set up">This page is not ready yet.</Page>
}
