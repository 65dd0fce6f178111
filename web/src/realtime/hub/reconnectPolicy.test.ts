import { expect, it } from 'vitest'
import { giveUpAfterMs, reconnectPolicy } from './reconnectPolicy'

const delays = () => {
  const all: number[] = []
  for (let elapsed = 0; ; ) {
    const delay = reconnectPolicy.nextRetryDelayInMilliseconds({ previousRetryCount: all.length, elapsedMilliseconds: elapsed, retryReason: new Error() })
    if (delay === null) return { all, elapsed }
    all.push(delay)
    elapsed += delay
  }
}

it('tries at once, then ever more calmly', () => {
  expect(delays().all.slice(0, 7)).toEqual([0, 500, 1000, 2000, 3000, 5000, 5000])
})

it('outlasts the minute for which the server keeps the call alive', () => {
  expect(delays().elapsed).toBeGreaterThanOrEqual(giveUpAfterMs)
  expect(giveUpAfterMs).toBeGreaterThan(60_000)
})
