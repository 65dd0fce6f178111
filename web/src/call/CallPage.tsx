import { Navigate, useParams } from 'react-router'
import type { LiveCall } from '@/realtime/session/LiveCall'
import { Loading } from '@/ui/Loading'
import { CallOver } from './live/CallOver'
import { CallRoom } from './live/CallRoom'
import { CallElsewhere, CallFailed, CallInterrupted } from './live/CallStages'
import { useCallSnapshot, useLiveCall } from './live/useLiveCall'

export default function CallPage() {
  const { callId = '' } = useParams()
  const call = useLiveCall(callId)
  return call ? <Call call={call} callId={callId} /> : <Loading what="Joining the call" />
}

function Call({ call, callId }: { call: LiveCall; callId: string }) {
  const snapshot = useCallSnapshot(call)
  const { stage, connection, view } = snapshot
  if (stage === 'ended' && !snapshot.endedHere) return <Navigate to={`/calls/${callId}`} replace />
  if (stage === 'ended') return <CallOver callId={callId} ended={view.ended} />
  if (stage === 'elsewhere') return <CallElsewhere takeOver={() => void call.resume(callId)} />
  if (stage === 'interrupted') return <CallInterrupted call={call} callId={callId} />
  if (connection.is === 'failed') return <CallFailed problem={connection.problem} callId={callId} retry={() => void call.resume(callId)} />
  if (stage === 'connecting' && view.placed === null) return <Loading what="Joining the call" />
  return <CallRoom call={call} snapshot={snapshot} />
}
