import type { IRetryPolicy, RetryContext } from '@microsoft/signalr'

const firstDelaysMs = [0, 500, 1000, 2000, 3000]
const laterDelayMs = 5000

/** The server keeps a call alive for 60 s; trying goes on for longer, because even then the call can be continued from its log. */
export const giveUpAfterMs = 180_000

export const reconnectPolicy: IRetryPolicy = {
  nextRetryDelayInMilliseconds({ previousRetryCount, elapsedMilliseconds }: RetryContext) {
    if (elapsedMilliseconds >= giveUpAfterMs) return null
    return firstDelaysMs[previousRetryCount] ?? laterDelayMs
  },
}
