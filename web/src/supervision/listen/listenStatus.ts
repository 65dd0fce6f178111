import type { ListeningSnapshot } from '@/realtime/supervision/ListeningCall'

export interface ListenStatus {
  text: string
  tone: 'plain' | 'attention'
}

const plain = (text: string): ListenStatus => ({ text, tone: 'plain' })
const attention = (text: string): ListenStatus => ({ text, tone: 'attention' })

/** The one sentence about where the supervisor stands: what hinders before what merely is. */
export function listenStatus({ stage, refused, soundBlocked }: ListeningSnapshot, { trainee, shown }: { trainee: string; shown: boolean }): ListenStatus {
  if (stage.is === 'connecting') return plain('Coming into the call')
  if (stage.is === 'reconnecting') return attention('The connection is lost. Trying again.')
  if (stage.is === 'waiting') return attention('The call broke off. You will hear it again as soon as it goes on.')
  if (refused) return attention(refused.message)
  if (soundBlocked) return attention('Your browser holds the sound back until you click.')
  return plain(`You are listening. Nobody hears you. ${shown ? `${trainee} sees that you listen.` : `${trainee} does not see it now; it stands in the call’s record.`}`)
}
