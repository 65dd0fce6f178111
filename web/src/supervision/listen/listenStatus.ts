import type { ListeningSnapshot } from '@/realtime/supervision/ListeningCall'

export interface ListenStatus {
  text: string
  tone: 'plain' | 'attention'
}

const plain = (text: string): ListenStatus => ({ text, tone: 'plain' })
const attention = (text: string): ListenStatus => ({ text, tone: 'attention' })

/** The one sentence about where the supervisor stands: what hinders before what merely is. */
export function listenStatus({ stage, refused, soundBlocked, part, microphone, view }: ListeningSnapshot, { trainee, patient }: { trainee: string; patient: string }): ListenStatus {
  if (stage.is === 'connecting') return plain('Coming into the call')
  if (stage.is === 'reconnecting') return attention('The connection is lost. Trying again.')
  if (stage.is === 'waiting') return attention('The call broke off. You will hear it again as soon as it goes on.')
  if (refused) return attention(refused.message)
  if (soundBlocked) return attention('Your browser holds the sound back until you click.')
  if (view.paused) return attention(`The call is paused: ${view.paused.reason}`)
  if (part.mode === 'listen') {
    return plain(`You are listening. Nobody hears you. ${part.shown ? `${trainee} sees that you listen.` : `${trainee} does not see it now; it stands in the call’s record.`}`)
  }
  const heard = part.mode === 'whisper' ? `${trainee} hears you; ${patient} does not.` : `${trainee} and ${patient} hear you.`
  if (part.mode === 'barge' && !part.recognised) return attention('You are in the call. There is nobody free to write down what you say, so type it.')
  if (microphone.status === 'live') return attention(`Your microphone is open. ${heard}`)
  if (microphone.status === 'asking') return plain('Allow the microphone in your browser to be heard.')
  return attention('Your microphone cannot be used, so you are not heard. You can type instead.')
}
