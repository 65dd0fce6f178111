import { IconPhoneOff } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { queries } from '@/api/queries'
import type { CallView } from '@/realtime/session/callView'
import { LinkButton } from '@/ui/LinkButton'
import { words } from '@/ui/words'
import { Stage } from './CallStages'

// Long enough to read why, short enough not to wait.
const lingerMs = 1000

/** The call has ended: why, and on to the debrief. */
export function CallOver({ callId, ended }: { callId: string; ended: CallView['ended'] }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  useEffect(() => {
    void client.prefetchQuery(queries.debrief(callId))
    void client.invalidateQueries({ queryKey: ['calls'] })
    void client.invalidateQueries({ queryKey: queries.progress().queryKey })
    const timer = setTimeout(() => void navigate(`/calls/${callId}`, { replace: true }), lingerMs)
    return () => clearTimeout(timer)
  }, [callId, client, navigate])
  return (
    <Stage icon={<IconPhoneOff size={40} stroke={1.4} aria-hidden />} title={ended?.reason ? `${words.endReason[ended.reason]}.` : 'The call is over.'}>
      <p role="status">{ended?.text} Your debrief is being opened.</p>
      <LinkButton to={`/calls/${callId}`} variant="default">
        Open it now
      </LinkButton>
    </Stage>
  )
}
