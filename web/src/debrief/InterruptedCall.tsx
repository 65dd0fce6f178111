import { Button, Group } from '@mantine/core'
import type { CallSummary } from '@/api/types'
import { clock } from '@/ui/format'
import { LinkButton } from '@/ui/LinkButton'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import { useScoreAsItStands } from '@/ui/useScoreAsItStands'

export function InterruptedCall({ call }: { call: CallSummary }) {
  const score = useScoreAsItStands()
  return (
    <Panel title={`This call broke off after ${clock(call.durationMs)}`} tone="honey">
      <p style={{ margin: 0 }}>
        {call.canContinue
          ? 'Everything that was said is kept. Go on where you were, or have it judged as it stands; after that it cannot be continued.'
          : 'It cannot be continued, but everything that was said is kept and can be judged as it stands.'}
      </p>
      <Group>
        {call.canContinue && <LinkButton to={`/call/${call.id}`}>Continue the call</LinkButton>}
        <Button variant="default" loading={score.isPending} onClick={() => score.mutate(call.id)}>
          Score it as it stands
        </Button>
      </Group>
      {score.isError && <ProblemNote problem={score.error} />}
    </Panel>
  )
}
