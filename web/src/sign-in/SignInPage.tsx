import { Page } from '@/ui/Page'

export default function SignInPage() {
  return <Page title="Sign in">This page is not ready yet.</Page>
}
