import type { CallProblem } from '../hub/callProblem'
import type { CallStatus } from '../hub/contract'

export type Connection =
  | { is: 'connecting' }
  | { is: 'connected' }
  /** `sinceMs` on the page's own clock. */
  | { is: 'reconnecting'; sinceMs: number }
  /** Another window has taken the call over. */
  | { is: 'elsewhere' }
  | { is: 'failed'; problem: CallProblem }

export type ConnectionInput =
  | { happened: 'opening' }
  | { happened: 'attached' }
  | { happened: 'broke'; nowMs: number }
  | { happened: 'takenOver' }
  | { happened: 'gaveUp'; problem: CallProblem }

/** What the browser's tie to the call may become. Only the trainee's own wish (`opening`) leads out of failed and elsewhere. */
export function nextConnection(connection: Connection, input: ConnectionInput): Connection {
  const final = connection.is === 'failed' || connection.is === 'elsewhere'
  if (final && input.happened !== 'opening') return connection
  switch (input.happened) {
    case 'opening':
      return { is: 'connecting' }
    case 'attached':
      return { is: 'connected' }
    case 'broke':
      return connection.is === 'reconnecting' ? connection : { is: 'reconnecting', sinceMs: input.nowMs }
    case 'takenOver':
      return { is: 'elsewhere' }
    case 'gaveUp':
      return { is: 'failed', problem: input.problem }
  }
}

export type Stage = 'connecting' | 'ringing' | 'live' | 'reconnecting' | 'elsewhere' | 'failed' | 'interrupted' | 'ended'

/** What the page shows: an ended call needs no connection; without one, the connection is what matters. */
export function stageOf(connection: Connection, status: CallStatus): Stage {
  if (status === 'ended') return 'ended'
  return connection.is === 'connected' ? status : connection.is
}
