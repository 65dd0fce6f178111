import type { CallSnapshot } from '@/realtime/session/LiveCall'

export type StatusTone = 'plain' | 'attention' | 'stop'

export interface Status {
  text: string
  tone: StatusTone
}

const plain = (text: string): Status => ({ text, tone: 'plain' })
const attention = (text: string): Status => ({ text, tone: 'attention' })

/** The one sentence about where the call stands: what hinders comes before what merely is. */
export function statusOf({ stage, view, microphone, muted, serverListens, soundBlocked, refused }: CallSnapshot, patient: string): Status {
  if (stage === 'connecting') return plain('Connecting')
  if (stage === 'reconnecting') return attention('The connection is lost. Trying again.')
  if (soundBlocked) return attention('Your browser holds the sound back until you click.')
  if (refused) return attention(refused.message)
  if (stage === 'ringing') return plain(`Ringing ${patient}`)
  if (view.paused) return attention(`${view.paused.name} has paused the call: ${view.paused.reason}`)
  if (view.onHold) return attention(`${patient} is on hold and hears nothing.`)
  if (microphone.status === 'lost') return attention('Your microphone is gone. Plug it in again; until then, type.')
  if (microphone.status === 'live' && muted) return attention(`You are muted. ${patient} does not hear you.`)
  if (view.speaking.supervisor) return attention('Your supervisor is speaking. The patient hears it too.')
  if (view.speaking.trainee && view.speaking.patient) return attention('You are both speaking.')
  if (view.speaking.patient) return plain(`${patient} is speaking`)
  if (view.speaking.trainee) return plain(view.interrupted === null ? 'You are speaking' : 'You interrupted. Go on.')
  if (microphone.status === 'live' && microphone.mutedOutside) return attention('No sound arrives from your microphone. Look for a mute switch on the headset.')
  if (view.thinking) return plain(`${patient} is thinking`)
  if (view.deadAirMs !== null) return attention(`Nobody has spoken for ${Math.round(view.deadAirMs / 1000)} seconds.`)
  if (!serverListens && microphone.status === 'live') return plain('This server cannot write down speech. Type what you would say.')
  return plain(microphone.status === 'live' ? 'Your turn' : 'Your turn: type what you would say')
}
