import { describe, expect, it } from 'vitest'
import { deeds } from './deeds'

const names = (call: { paused: boolean; barged: boolean }) =>
  deeds({ trainee: 'Maya', patient: 'Denise' })
    .filter((deed) => deed.when(call))
    .map((deed) => deed.name)

describe('what a supervisor can do by writing', () => {
  it('is to speak to both only after barging in', () => {
    expect(names({ paused: false, barged: false })).toEqual(['whisper', 'note', 'suggest', 'praise', 'warn', 'pause', 'end'])
    expect(names({ paused: false, barged: true })[0]).toBe('say')
  })

  it('is to let a paused call go on, and not to pause it again', () => {
    expect(names({ paused: true, barged: false })).toContain('goOn')
    expect(names({ paused: true, barged: false })).not.toContain('pause')
  })

  it('asks the server for just that', async () => {
    const asked: unknown[][] = []
    const call = { do: async (...args: unknown[]) => asked.push(args) > 0 }
    for (const deed of deeds({ trainee: 'Maya', patient: 'Denise' })) await deed.do(call, 'words')
    expect(asked).toEqual([
      ['Say', 'words'],
      ['WhisperNote', 'words'],
      ['Note', 'words'],
      ['Cue', 'suggestion', 'words'],
      ['Cue', 'praise', 'words'],
      ['Cue', 'warning', 'words'],
      ['Pause', true, 'words'],
      ['Pause', false, ''],
      ['End', 'words'],
    ])
  })
})
