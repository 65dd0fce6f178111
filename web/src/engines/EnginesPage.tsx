import { Page } from '@/ui/Page'

export default function EnginesPage() {
  return <Page title="Engines">This page is not ready yet.</Page>
}
