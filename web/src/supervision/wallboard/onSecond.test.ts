import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { onSecond } from './onSecond'

describe('the second', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('is told to everybody by one timer, until they leave', () => {
    const told: string[] = []
    const leaveFirst = onSecond(() => told.push('first'))
    const leaveSecond = onSecond(() => told.push('second'))
    expect(vi.getTimerCount()).toBe(1)
    vi.advanceTimersByTime(1000)
    leaveFirst()
    vi.advanceTimersByTime(1000)
    expect(told).toEqual(['first', 'second', 'second'])
    leaveSecond()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('begins again for who comes later', () => {
    onSecond(() => undefined)()
    const told = vi.fn()
    const leave = onSecond(told)
    vi.advanceTimersByTime(2000)
    expect(told).toHaveBeenCalledTimes(2)
    leave()
  })
})
