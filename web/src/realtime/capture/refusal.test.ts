import { expect, it } from 'vitest'
import { refusalOf } from './refusal'

const error = (name: string, message = '') => Object.assign(new Error(message), { name })

it.each([
  ['NotAllowedError', 'Permission denied', 'denied', 'denied'],
  ['NotAllowedError', 'Permission dismissed', 'prompt', 'dismissed'],
  ['NotAllowedError', 'The request is not allowed by the user agent.', 'prompt', 'dismissed'],
  ['NotAllowedError', 'The request is not allowed by the user agent.', null, 'denied'],
  ['NotAllowedError', 'Permission denied by system', 'granted', 'deniedBySystem'],
  ['NotFoundError', 'Requested device not found', null, 'none'],
  ['NotReadableError', 'Could not start audio source', null, 'busy'],
  ['TypeError', 'what?', null, 'unknown'],
] as const)('%s "%s" with permission %s is %s', (name, message, permission, kind) => {
  expect(refusalOf(error(name, message), permission).kind).toBe(kind)
})
