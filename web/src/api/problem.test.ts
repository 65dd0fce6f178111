import { describe, expect, it } from 'vitest'
import { readProblem } from './problem'

describe('readProblem', () => {
  it('takes the code and the words of the server', async () => {
    const problem = await readProblem(Response.json({ code: 'lockedOut', title: 'Unauthorized', detail: 'The account is locked. Wait half a minute.', retryAfterSeconds: 30 }, { status: 401 }))
    expect(problem).toMatchObject({ status: 401, code: 'lockedOut', title: 'The account is locked.', detail: 'Wait half a minute.', retryAfterSeconds: 30 })
  })

  it('has words for an answer that is not JSON', async () => {
    const problem = await readProblem(new Response('<html>Bad gateway</html>', { status: 502 }))
    expect(problem).toMatchObject({ code: 'serverGone', title: 'The server does not answer.' })
    expect(problem.isServerGone).toBe(true)
  })

  it('keeps the trace id of what the server did not expect', async () => {
    expect((await readProblem(Response.json({ code: 'serverError', detail: 'Broken.', traceId: '00-ab-cd-00' }, { status: 500 }))).traceId).toBe('00-ab-cd-00')
    expect((await readProblem(Response.json({ code: 'notFound', detail: 'Gone.', traceId: '00-ab-cd-00' }, { status: 404 }))).traceId).toBeUndefined()
  })

  it('never shows the name of the status', async () => {
    expect((await readProblem(Response.json({ title: 'Not Found', status: 404, code: 'notFound' }, { status: 404 }))).title).toBe('This was not found.')
  })

  it('reads how long to wait from the header where the body does not say', async () => {
    const problem = await readProblem(new Response('', { status: 429, headers: { 'Retry-After': '12' } }))
    expect(problem).toMatchObject({ code: 'tooManyTries', retryAfterSeconds: 12 })
  })
})
