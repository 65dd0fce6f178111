import { describe, expect, it } from 'vitest'
import { emptyCall } from '@/realtime/session/callView'
import { logRows } from './logRows'

describe('the log beside a call', () => {
  it('puts what was shown to the trainee between what was said', () => {
    const line = { party: 'trainee', typed: false, cutOff: false, confidence: 1 } as const
    const rows = logRows({
      ...emptyCall,
      lines: [
        { ...line, utterance: 1, text: 'hello', startMs: 1000, endMs: 2000 },
        { ...line, utterance: 2, text: 'bye', startMs: 9000, endMs: 9500 },
      ],
      whispers: [{ seq: 5, atMs: 4000, name: 'Ruth', text: 'Ask her name.' }],
      supervisorNotes: [{ seq: 6, atMs: 5000, name: 'Ruth', text: 'Good.' }],
    })
    expect(rows.map((row) => row.text)).toEqual(['hello', 'Ruth whispered: Ask her name.', 'Ruth noted: Good.', 'bye'])
  })
})
