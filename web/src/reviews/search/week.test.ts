import { describe, expect, it } from 'vitest'
import { beginningOf, dayOf, weekBefore } from './week'

describe('week', () => {
  it('begins six days before today, over the turn of a month', () => expect(weekBefore(new Date(2026, 10, 3, 23, 59))).toBe('2026-10-28'))

  it('gives the beginning of a day where the reader is, and of the next', () => {
    expect(new Date(beginningOf('2026-11-21')).getTime()).toBe(new Date(2026, 10, 21).getTime())
    expect(new Date(beginningOf('2026-11-30', 1)).getTime()).toBe(new Date(2026, 11, 1).getTime())
    expect(dayOf(new Date(2026, 0, 5))).toBe('2026-01-05')
  })
})
