export interface ProblemParts {
  /** HTTP status; 0 when no answer came. */
  status: number
  /** Stable, for the program: "wrongPassword", "lockedOut", "notFound". */
  code: string
  /** What happened, for people. */
  title: string
  /** What to do, for people. */
  detail?: string | undefined
  retryAfterSeconds?: number | undefined
  /** By which whoever runs the server finds the failure in its log. */
  traceId?: string | undefined
  cause?: unknown
}

/** A request that did not succeed, from the server's ProblemDetails or from the network. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  readonly retryAfterSeconds: number | undefined
  readonly traceId: string | undefined

  constructor(parts: ProblemParts) {
    super(parts.title, { cause: parts.cause })
    this.name = 'ApiProblem'
    this.status = parts.status
    this.code = parts.code
    this.title = parts.title
    this.detail = parts.detail
    this.retryAfterSeconds = parts.retryAfterSeconds
    this.traceId = parts.traceId
  }

  get isServerGone() {
    return this.code === 'serverGone'
  }
}

const codeByStatus: Record<number, string> = {
  400: 'invalid',
  401: 'signedOut',
  403: 'notAllowed',
  404: 'notFound',
  429: 'tooManyTries',
  // What a proxy answers when nothing listens behind it.
  502: 'serverGone',
  503: 'serverGone',
  504: 'serverGone',
}

const titleByStatus: Record<number, string> = {
  401: 'You are not signed in any more.',
  403: 'Your account may not see this.',
  404: 'This was not found.',
  429: 'That was too many requests in a short time. Wait a moment and try again.',
  502: 'The server does not answer.',
  503: 'The server is not ready yet.',
  504: 'The server took too long to answer.',
}

export async function readProblem(response: Response): Promise<ApiProblem> {
  const parts: Record<string, unknown> = await response
    .clone()
    .json()
    .then((json: unknown) => (json !== null && typeof json === 'object' ? (json as Record<string, unknown>) : {}))
    .catch(() => ({}))
  const text = (name: string) => (typeof parts[name] === 'string' && parts[name] !== '' ? parts[name] : undefined)
  const retryAfter = Number(parts.retryAfterSeconds ?? response.headers.get('Retry-After') ?? Number.NaN)
  // The server's own words stand in "detail"; its "title" is the name of the status ("Not Found") and says nothing to people.
  const [happened, whatToDo] = firstSentence(text('detail') ?? '')
  return new ApiProblem({
    status: response.status,
    code: text('code') ?? codeByStatus[response.status] ?? 'unexpected',
    title: happened || (titleByStatus[response.status] ?? 'Something went wrong on the server.'),
    detail: whatToDo || undefined,
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : undefined,
    // What was expected needs no log.
    traceId: response.status >= 500 ? text('traceId') : undefined,
  })
}

/** What happened, and what to do about it. */
function firstSentence(text: string): [string, string] {
  const end = /[.!?](?=\s+\p{Lu})/u.exec(text)
  return end ? [text.slice(0, end.index + 1), text.slice(end.index + 1).trim()] : [text, '']
}

export function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error
  return new ApiProblem({ status: 0, code: 'unexpected', title: 'Something went wrong in the browser.', detail: 'Load the page again.', cause: error })
}
