import { expect, it } from 'vitest'
import type { CallEvent } from '../hub/contract'
import { EventOrder } from './EventOrder'

const event = (seq: number): CallEvent => ({ type: 'callAnswered', seq, atMs: seq })
const seqs = (events: CallEvent[]) => events.map((each) => each.seq)

it('lets each event through once', () => {
  const order = new EventOrder()
  expect(seqs(order.acceptAll([event(1), event(2), event(2), event(1), event(3)]))).toEqual([1, 2, 3])
})

it('lets passing events through always', () => {
  const order = new EventOrder()
  expect(seqs(order.acceptAll([event(0), event(1), event(0)]))).toEqual([0, 1, 0])
  expect(order.lastSeq).toBe(1)
})

it('holds back what came too early, until the rest is there', () => {
  const order = new EventOrder()
  order.accept(event(1))
  expect(order.accept(event(4))).toEqual([])
  expect(order.hasGap).toBe(true)
  expect(seqs(order.acceptAll([event(2), event(3)]))).toEqual([2, 3, 4])
  expect(order.hasGap).toBe(false)
})
