import { describe, expect, it } from 'vitest'
import type { BoardCall } from '@/realtime/supervision/WallboardFeed'
import { boardCall } from '@/testing/wallboardData'
import { alertKeys, arrange, noFilter } from './arrange'
import { shownRows } from './rows'

const ids = (calls: readonly BoardCall[]) => calls.map(({ row }) => row.callId)

describe('the order of the board', () => {
  const calls = [boardCall('a', { need: 0 }), boardCall('b', { need: 40 }), boardCall('c', { need: 0 })]

  it('puts who needs help first, and leaves equals where they are', () => {
    expect(ids(arrange(calls, noFilter, null))).toEqual(['b', 'a', 'c'])
  })

  it('is kept while somebody points at it, with what is new behind', () => {
    expect(ids(arrange([...calls, boardCall('d', { need: 90 })], noFilter, ['a', 'b', 'c']))).toEqual(['a', 'b', 'c', 'd'])
  })

  it('shows what fits every filter', () => {
    const mine = [boardCall('a', { trainee: 'Maya Lindqvist', difficulty: 'expert' }), boardCall('b', { trainee: 'Tom Adeyemi', alerts: [{ kind: 'deadAir', text: '', sinceMs: 1 }] })]
    expect(ids(arrange(mine, { ...noFilter, text: 'lind MAYA' }, null))).toEqual(['a'])
    expect(ids(arrange(mine, { ...noFilter, difficulty: 'expert' }, null))).toEqual(['a'])
    expect(ids(arrange(mine, { ...noFilter, needy: true }, null))).toEqual(['b'])
  })

  it('tells a new alert from one that goes on', () => {
    const before = alertKeys([boardCall('a', { alerts: [{ kind: 'deadAir', text: '', sinceMs: 1000 }] })])
    const after = alertKeys([boardCall('a', { alerts: [{ kind: 'deadAir', text: '', sinceMs: 1000 }, { kind: 'talkOver', text: '', sinceMs: 5000 }] })])
    expect([...after].filter((key) => !before.has(key))).toEqual(['a:talkOver:5000'])
  })
})

describe('a grid of 400', () => {
  const grid = { columns: 4, rowHeight: 100 }

  it('holds what is near the window, and keeps the room of the rest', () => {
    expect(shownRows(400, grid, 5000, 800)).toEqual({ from: 192, to: 240, before: 4800, after: 4000 })
  })

  it.each([0, 1, 3, 4, 5, 400])('keeps its height whatever is scrolled, with %i calls', (count) => {
    for (const past of [-50, 0, 333, 9_999, 99_999]) {
      const { from, to, before, after } = shownRows(count, grid, past, 700)
      expect(before + after + Math.ceil((to - from) / 4) * 100).toBe(Math.ceil(count / 4) * 100)
    }
  })
})
