import createClient, { type Middleware } from 'openapi-fetch'
import { ApiProblem, readProblem } from './problem'
import type { paths } from './schema'

/** Every answer that is not a success becomes an ApiProblem, so that pages handle one kind of failure. */
const failures: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await readProblem(response)
  },
  onError({ error }) {
    return new ApiProblem({
      status: 0,
      code: 'serverGone',
      title: 'The server does not answer.',
      detail: 'Check your network, then try again. If others have the same trouble, tell your administrator.',
      cause: error,
    })
  },
}

export const api = createClient<paths>({ baseUrl: globalThis.location.origin, fetch: (request) => globalThis.fetch(request) })
api.use(failures)

/** The body of a successful answer. Failures were thrown before; an absent body means the server broke its contract. */
export function body<T>(answer: { data?: T }): T {
  if (answer.data === undefined) throw new ApiProblem({ status: 0, code: 'emptyAnswer', title: 'The server sent an empty answer.' })
  return answer.data
}
