import { expect, it } from 'vitest'
import type { TurnTiming } from '@/realtime/session/callView'
import { waterfall } from './waterfall'

const timing = (part: Partial<TurnTiming>): TurnTiming => ({
  type: 'turnTimed', seq: 1, atMs: 0, utterance: 2, endpointMs: 500, finalMs: 650, decisionMs: 660, firstWordMs: 660, firstAudioMs: 700, firstPlayedMs: 780, endpointReason: '', prepared: false, ...part,
})

it('cuts a turn into pieces that add up to the whole', () => {
  const { pieces, totalMs } = waterfall(timing({}))
  expect(pieces.map(({ fromMs, ms }) => [fromMs, ms])).toEqual([[0, 500], [500, 150], [650, 10], [660, 0], [660, 40], [700, 80]])
  expect(totalMs).toBe(780)
})

it('ends with the first sound made when the browser reported none', () => {
  const { pieces, totalMs } = waterfall(timing({ firstPlayedMs: null }))
  expect(pieces).toHaveLength(5)
  expect(totalMs).toBe(700)
})

it('takes no time for a stage that was done before the one in front of it', () => {
  const { pieces, totalMs } = waterfall(timing({ finalMs: 300 }))
  expect(pieces[1]).toMatchObject({ fromMs: 500, ms: 0 })
  expect(totalMs).toBe(780)
})
