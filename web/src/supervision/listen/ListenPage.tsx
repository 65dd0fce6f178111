import { useParams } from 'react-router'
import { useIsIn } from '@/app/useSessionUser'
import { Stage } from '@/call/live/CallStages'
import { Button } from '@mantine/core'
import { IconEar, IconPhoneOff, IconPlugConnectedX } from '@tabler/icons-react'
import type { ListeningCall } from '@/realtime/supervision/ListeningCall'
import { LinkButton } from '@/ui/LinkButton'
import { Loading } from '@/ui/Loading'
import { ListenRoom } from './ListenRoom'
import { useListening, useListeningSnapshot } from './useListening'

export default function ListenPage() {
  const { callId = '' } = useParams()
  return useIsIn('supervisor') ? <Listen key={callId} callId={callId} /> : <NotForYou />
}

function Listen({ callId }: { callId: string }) {
  const call = useListening(callId)
  return call ? <Listening call={call} /> : <Loading what="Coming into the call" />
}

function Listening({ call }: { call: ListeningCall }) {
  const snapshot = useListeningSnapshot(call)
  const { stage } = snapshot
  if (stage.is === 'failed') {
    return (
      <Stage icon={<IconPlugConnectedX size={40} stroke={1.4} aria-hidden />} title="You are not in the call.">
        <p>{stage.problem.message}</p>
        <div>
          <Button onClick={() => void call.open()}>Try again</Button> <ToWallboard />
        </div>
      </Stage>
    )
  }
  if (stage.is === 'ended') {
    return (
      <Stage icon={<IconPhoneOff size={40} stroke={1.4} aria-hidden />} title="The call is over.">
        <p>{snapshot.view.ended?.text}</p>
        <div>
          <LinkButton to={`/calls/${call.callId}`}>Read the debrief</LinkButton> <ToWallboard />
        </div>
      </Stage>
    )
  }
  if (!snapshot.call) return <Loading what="Coming into the call" />
  return <ListenRoom call={call} snapshot={snapshot} state={snapshot.call} />
}

function ToWallboard() {
  return (
    <LinkButton to="/wallboard" variant="default">
      To the wallboard
    </LinkButton>
  )
}

function NotForYou() {
  return (
    <Stage icon={<IconEar size={40} stroke={1.4} aria-hidden />} title="Only a supervisor may listen in.">
      <div>
        <LinkButton to="/">To the lobby</LinkButton>
      </div>
    </Stage>
  )
}
