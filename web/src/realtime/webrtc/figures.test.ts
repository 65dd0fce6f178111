import { describe, expect, it } from 'vitest'
import { lossPercent, readFigures } from './figures'

describe('the figures of a connection', () => {
  const stats = [
    { type: 'candidate-pair', nominated: false, currentRoundTripTime: 9 },
    { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.0213 },
    { type: 'inbound-rtp', kind: 'audio', packetsReceived: 95, packetsLost: 5, jitter: 0.0042 },
  ]

  it('are read from the browser’s statistics', () => {
    expect(readFigures(stats, [], 0, 0)).toEqual({ roundTripMs: 21.3, jitterMs: 4.2, packetsReceived: 95, packetsLost: 5, played: null })
  })

  it('tell what was played, whichever clock the browser uses', () => {
    const origin = 1_790_000_000_000
    expect(readFigures([], [{ rtpTimestamp: 960, timestamp: 4_900 }], 5_000, origin).played).toEqual({ rtpTimestamp: 960, agoMs: 100 })
    expect(readFigures([], [{ rtpTimestamp: 960, timestamp: origin + 4_900 }], 5_000, origin).played).toEqual({ rtpTimestamp: 960, agoMs: 100 })
    expect(readFigures([], [{ timestamp: 4_900 }], 5_000, origin).played).toBeNull()
  })

  it('lose what did not come between two readings', () => {
    const [before, now] = [readFigures([], [], 0, 0), readFigures(stats, [], 0, 0)]
    expect(lossPercent(before, now)).toBe(5)
    expect(lossPercent(now, now)).toBeNull()
  })
})
