import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import { LinkButton } from '@/ui/LinkButton'
import { Panel } from '@/ui/Panel'
import { Compared } from './Compared'

/** Of a practice call that was made from a real one: the moment itself, for who took the real call while it is shared with them. */
export function BesideTheRealCall({ scenarioId }: { scenarioId: string }) {
  const practiceId = /^moment-([0-9a-f]{32})$/.exec(scenarioId)?.[1]
  const comparison = useQuery({ ...queries.comparison(practiceId ? withHyphens(practiceId) : ''), enabled: practiceId !== undefined, retry: false })
  // To everybody else there is nothing to compare with.
  if (!comparison.data) return null
  return (
    <Panel title="Beside your real call">
      <Compared comparison={comparison.data} />
      <div>
        <LinkButton to={`/my-reviews/${comparison.data.recordedCallId}`} variant="default">
          The real call
        </LinkButton>
      </div>
    </Panel>
  )
}

const withHyphens = (id: string) => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
