import { describe, expect, it } from 'vitest'
import { CallProblem } from '../hub/callProblem'
import { nextConnection, stageOf, type Connection, type ConnectionInput } from './connectionMachine'

const problem = new CallProblem('serverGone', 'Gone.')
const after = (...inputs: ConnectionInput[]) => inputs.reduce(nextConnection, { is: 'connecting' } as Connection)

describe('the connection', () => {
  it('remembers since when it is broken, however often trying fails', () => {
    expect(after({ happened: 'attached' }, { happened: 'broke', nowMs: 100 }, { happened: 'broke', nowMs: 900 })).toEqual({ is: 'reconnecting', sinceMs: 100 })
  })

  it('comes back', () => {
    expect(after({ happened: 'attached' }, { happened: 'broke', nowMs: 1 }, { happened: 'attached' })).toEqual({ is: 'connected' })
  })

  it('stays with another window until the trainee wants it back', () => {
    expect(after({ happened: 'attached' }, { happened: 'takenOver' }, { happened: 'broke', nowMs: 1 }, { happened: 'attached' })).toEqual({ is: 'elsewhere' })
    expect(after({ happened: 'takenOver' }, { happened: 'opening' }, { happened: 'attached' })).toEqual({ is: 'connected' })
  })

  it('stays failed until the trainee tries again', () => {
    expect(after({ happened: 'gaveUp', problem }, { happened: 'attached' })).toEqual({ is: 'failed', problem })
  })
})

describe('the stage', () => {
  it('of an ended call needs no connection', () => {
    expect(stageOf({ is: 'failed', problem }, 'ended')).toBe('ended')
  })

  it('is the call’s while connected, the connection’s otherwise', () => {
    expect(stageOf({ is: 'connected' }, 'ringing')).toBe('ringing')
    expect(stageOf({ is: 'connected' }, 'interrupted')).toBe('interrupted')
    expect(stageOf({ is: 'reconnecting', sinceMs: 1 }, 'live')).toBe('reconnecting')
  })
})
