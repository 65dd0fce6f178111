/** Why the hub would not do something. */
export class CallProblem extends Error {
  /** Stable, for the program: "callNotFound", "tooManyCalls"; "serverGone" when no answer came, "unexpected" when it carried no code. */
  readonly code: string

  constructor(code: string, text: string, cause?: unknown) {
    super(text, { cause })
    this.name = 'CallProblem'
    this.code = code
  }
}

// SignalR puts its own sentence in front: "An unexpected error occurred invoking 'Start' on the server. HubException: [code] text".
const coded = /\[([a-z][A-Za-z0-9]*)\]\s*([\s\S]*)$/
const connectionTrouble = /connection|websocket|network|fetch|negotiat|timeout|timed out/i
const httpStatus = /status code '(\d{3})'/i

/** The one place that reads hub errors. */
export function asCallProblem(error: unknown): CallProblem {
  if (error instanceof CallProblem) return error
  const message = error instanceof Error ? error.message : String(error)
  const match = coded.exec(message)
  if (match) return new CallProblem(match[1] ?? 'unexpected', match[2]?.trim() ?? '', error)
  const status = httpStatus.exec(message)?.[1] ?? /\b(401|403)\b/.exec(message)?.[1]
  if (status === '401') return new CallProblem('notSignedIn', 'You are not signed in any more.', error)
  if (status === '403') return new CallProblem('forbidden', 'This call is not yours.', error)
  if (connectionTrouble.test(message)) return new CallProblem('serverGone', 'The server does not answer.', error)
  return new CallProblem('unexpected', 'Something went wrong on the server.', error)
}
