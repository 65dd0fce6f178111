import { describe, expect, it } from 'vitest'
import { afterSilence, lineAt, neighbour, repeatOf } from './places'

const lines = [
  { number: 1, startMs: 1_000, endMs: 3_000 },
  { number: 2, startMs: 2_500, endMs: 6_000 },
  { number: 3, startMs: 12_000, endMs: 14_000 },
]

describe('lineAt', () => {
  it('is the line that began last where two overlap', () => {
    expect(lineAt(lines, 2_600)?.number).toBe(2)
    expect(lineAt(lines, 2_400)?.number).toBe(1)
  })

  it('stays with the last line in a pause, and is none before the first', () => {
    expect(lineAt(lines, 9_000)?.number).toBe(2)
    expect(lineAt(lines, 500)).toBeUndefined()
  })
})

describe('neighbour', () => {
  it('goes to the next, and back past the one that has just begun', () => {
    expect(neighbour(lines, 1_000, 1)?.number).toBe(2)
    expect(neighbour(lines, 2_600, -1)?.number).toBe(1)
    expect(neighbour(lines, 13_500, -1)?.number).toBe(3)
    expect(neighbour(lines, 14_000, 1)).toBeUndefined()
  })
})

describe('afterSilence', () => {
  it('skips a long pause, to a little before the next word', () => {
    expect(afterSilence(lines, 6_500)).toBe(11_700)
    expect(afterSilence(lines, 0)).toBeNull()
  })

  it('leaves speech, its end and short pauses alone', () => {
    expect(afterSilence(lines, 4_000)).toBeNull()
    expect(afterSilence(lines, 6_100)).toBeNull()
    expect(afterSilence(lines, 11_000)).toBeNull()
  })

  it('lets the end of the recording run out', () => {
    expect(afterSilence(lines, 20_000)).toBeNull()
  })
})

describe('repeatOf', () => {
  const [first, second] = lines as [(typeof lines)[0], (typeof lines)[0]]

  it('begins again a little after the end, however the sound tells its place', () => {
    expect(repeatOf(lines, first, 1_000)).toBe('within')
    expect(repeatOf(lines, first, 2_900)).toBe('within')
    expect(repeatOf(lines, first, 3_000)).toBe('again')
    expect(repeatOf(lines, first, 3_700)).toBe('again')
  })

  it('lets go of the line when somebody goes elsewhere', () => {
    expect(repeatOf(lines, first, 2_500)).toBe('elsewhere')
    expect(repeatOf(lines, first, 4_200)).toBe('elsewhere')
    expect(repeatOf(lines, second, 2_000)).toBe('elsewhere')
  })
})
