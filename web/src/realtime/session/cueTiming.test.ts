import { expect, it } from 'vitest'
import type { Cue } from './callView'
import { addCue, nextChangeMs, noCues, readingMs, settleCues } from './cueTiming'

let seq = 0
const cue = (kind: Cue['kind'] = 'praise', text = 'You named her worry. Good.'): Cue => ({ seq: ++seq, atMs: 0, kind, category: 'empathy', code: 'c', text, reason: 'r', utterance: 1 })

it('shows a cue at once when the place is free', () => {
  const first = cue()
  expect(addCue(noCues, first, 0).shown?.cue).toBe(first)
})

it('shows one at a time, each long enough to be read', () => {
  const [first, second] = [cue(), cue()]
  let timing = addCue(addCue(noCues, first, 0), second, 100)
  expect(settleCues(timing, readingMs(first) - 1).shown?.cue).toBe(first)
  timing = settleCues(timing, readingMs(first))
  expect(timing.shown?.cue).toBe(second)
  expect(timing.waiting).toEqual([])
})

it('gives a long sentence more time than a short one', () => {
  expect(readingMs(cue('praise', 'Good.'))).toBe(3500)
  expect(readingMs(cue('praise', 'word '.repeat(15)))).toBe(1500 + 15 * 330)
  expect(readingMs(cue('praise', 'word '.repeat(80)))).toBe(9000)
})

it('lets a warning overtake praise', () => {
  const [first, praise, warning] = [cue(), cue('praise'), cue('warning')]
  const timing = [first, praise, warning].reduce((so, each) => addCue(so, each, 0), noCues)
  expect(settleCues(timing, 5000).shown?.cue).toBe(warning)
})

it('stays while a pointer rests on it', () => {
  const first = cue()
  expect(settleCues(addCue(noCues, first, 0), 60_000, true).shown?.cue).toBe(first)
})

it('forgets praise that waited too long, but no warning', () => {
  const waiting = [cue('praise'), cue('warning')].map((each) => ({ cue: each, sinceMs: 0 }))
  const timing = settleCues({ shown: { cue: cue(), sinceMs: 0 }, waiting }, 11_000)
  expect(timing.shown?.cue.kind).toBe('warning')
  expect(settleCues(timing, 60_000)).toEqual(noCues)
})

it('frees the place when there is nothing more to say', () => {
  const timing = addCue(noCues, cue(), 1000)
  const at = nextChangeMs(timing) as number
  expect(settleCues(timing, at)).toEqual(noCues)
  expect(nextChangeMs(noCues)).toBeNull()
})
