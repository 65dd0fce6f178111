import { describe, expect, it } from 'vitest'
import { asCallProblem, CallProblem } from './callProblem'

describe('a hub error', () => {
  it('carries its code and text, whatever SignalR puts in front', () => {
    const problem = asCallProblem(new Error("An unexpected error occurred invoking 'Start' on the server. HubException: [tooManyCalls] All lines are taken.\nTry later."))
    expect(problem).toMatchObject({ code: 'tooManyCalls', message: 'All lines are taken.\nTry later.' })
  })

  it('keeps brackets that belong to the text', () => {
    expect(asCallProblem(new Error('HubException: [callEnded] It ended [at 3:04].'))).toMatchObject({ code: 'callEnded', message: 'It ended [at 3:04].' })
  })

  it.each([
    ['WebSocket closed with status code: 1006 ().', 'serverGone'],
    ["Failed to complete negotiation with the server: Error: : Status code '401'", 'notSignedIn'],
    ["Failed to complete negotiation with the server: Error: : Status code '403'", 'forbidden'],
    ['Failed to complete negotiation with the server: TypeError: Failed to fetch', 'serverGone'],
    ["Invocation canceled due to the underlying connection being closed.", 'serverGone'],
    ["An unexpected error occurred invoking 'Say' on the server.", 'unexpected'],
  ])('without a code is told apart by its words: %s', (message, code) => {
    expect(asCallProblem(new Error(message)).code).toBe(code)
  })

  it('stays what it is when it was read before', () => {
    const problem = new CallProblem('forbidden', 'No.')
    expect(asCallProblem(problem)).toBe(problem)
  })
})
