import type { MomentComparison } from '@/api/types'
import { LinkButton } from '@/ui/LinkButton'
import { Panel } from '@/ui/Panel'
import { Compared } from './Compared'

/** The moments of this call that were given to its taker to practise, each beside the real one. */
export function Comparisons({ comparisons }: { comparisons: readonly MomentComparison[] }) {
  return comparisons.map((comparison) => (
    <Panel key={comparison.scenarioId} title={`Practised: ${comparison.title}`}>
      <Compared comparison={comparison} />
      <div>
        <LinkButton to={`/scenarios/${comparison.scenarioId}`} variant="default">
          {comparison.attempts.length === 0 ? 'Practise it' : 'Practise it again'}
        </LinkButton>
      </div>
    </Panel>
  ))
}
