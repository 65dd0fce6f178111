import { afterEach, describe, expect, it, vi } from 'vitest'
import { agreeOnWire } from './hubWire'

const answering = (answer: () => Response | Promise<Response>) => vi.stubGlobal('fetch', async () => answer())

afterEach(() => vi.unstubAllGlobals())

describe('the hub’s protocol', () => {
  it('is MessagePack where the server has it, and bytes stay bytes', async () => {
    answering(() => Response.json({ protocols: ['json', 'messagepack'] }))
    const { protocol, write, read } = await agreeOnWire(1000)
    expect(protocol.name).toBe('messagepack')
    expect(read(write(Uint8Array.of(1, 255)))).toEqual(Uint8Array.of(1, 255))
  })

  it('is JSON where it has not, and bytes are base64', async () => {
    answering(() => Response.json({ protocols: ['json'] }))
    const { protocol, write, read } = await agreeOnWire(1000)
    expect(protocol.name).toBe('json')
    expect(write(Uint8Array.of(1, 255))).toBe('Af8=')
    expect(read('Af8=')).toEqual(Uint8Array.of(1, 255))
  })

  it.each([
    ['does not answer', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['is older and does not know the question', () => new Response(null, { status: 404 })],
    ['answers with something else', () => new Response('<html>')],
  ])('is JSON where the server %s', async (_, answer) => {
    answering(answer)
    expect((await agreeOnWire(1000)).protocol.name).toBe('json')
  })
})
