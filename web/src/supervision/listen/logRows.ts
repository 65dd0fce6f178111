import type { CallView, Party } from '@/realtime/session/callView'

export interface LogRow {
  key: string
  atMs: number
  party: Party | 'mark'
  text: string
  cutOff?: boolean
  typed?: boolean
}

/** What was said, and between the lines what the trainee was shown. */
export function logRows(view: CallView): LogRow[] {
  const rows: LogRow[] = [
    ...view.lines.map(({ utterance, startMs, party, text, cutOff, typed }) => ({ key: `u${utterance}`, atMs: startMs, party, text, cutOff, typed })),
    ...view.cues.map(({ seq, atMs, text }) => ({ key: `c${seq}`, atMs, party: 'mark' as const, text: `Cue: ${text}` })),
    ...view.hints.map(({ seq, atMs, text }) => ({ key: `h${seq}`, atMs, party: 'mark' as const, text: `Hint: ${text}` })),
    ...view.whispers.map(({ seq, atMs, name, text }) => ({ key: `w${seq}`, atMs, party: 'mark' as const, text: `${name} whispered: ${text}` })),
    ...view.supervisorNotes.map(({ seq, atMs, name, text }) => ({ key: `n${seq}`, atMs, party: 'mark' as const, text: `${name} noted: ${text}` })),
  ]
  return rows.sort((a, b) => a.atMs - b.atMs)
}
