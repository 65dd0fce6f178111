import type { Debrief } from '@/api/types'
import { Empty } from '@/ui/Empty'
import { LinkButton } from '@/ui/LinkButton'

export function TooShort({ debrief, scenarioId }: { debrief: Debrief; scenarioId: string }) {
  return (
    <Empty title="This call was too short to judge" action={<LinkButton to={`/scenarios/${scenarioId}`}>Try again</LinkButton>}>
      {debrief.notes.join(' ') || debrief.overallBecause} It does not count against you.
    </Empty>
  )
}
