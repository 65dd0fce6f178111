import { describe, expect, it } from 'vitest'
import { readProblem } from './problem'

describe('readProblem', () => {
  it('takes the code and the words of the server', async () => {
    const problem = await readProblem(Response.json({ code: 'lockedOut', title: 'Locked.', detail: 'Wait.', retryAfterSeconds: 30 }, { status: 401 }))
    expect(problem).toMatchObject({ status: 401, code: 'lockedOut', title: 'Locked.', detail: 'Wait.', retryAfterSeconds: 30 })
  })

  it('has words for an answer that is not JSON', async () => {
    const problem = await readProblem(new Response('<html>Bad gateway</html>', { status: 502 }))
    expect(problem).toMatchObject({ code: 'serverGone', title: 'The server does not answer.' })
    expect(problem.isServerGone).toBe(true)
  })

  it('reads how long to wait from the header where the body does not say', async () => {
    const problem = await readProblem(new Response('', { status: 429, headers: { 'Retry-After': '12' } }))
    expect(problem).toMatchObject({ code: 'tooManyRequests', retryAfterSeconds: 12 })
  })
})
