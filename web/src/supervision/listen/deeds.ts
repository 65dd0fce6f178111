import type { ListeningCall } from '@/realtime/supervision/ListeningCall'

export type DeedName = 'whisper' | 'note' | 'say' | 'suggest' | 'praise' | 'warn' | 'pause' | 'goOn' | 'end'

export interface Deed {
  name: DeedName
  title: string
  /** Of what is to be written; null: nothing. */
  label: string | null
  button: string
  longest: number
  when: (call: { paused: boolean; barged: boolean }) => boolean
  do: (call: Pick<ListeningCall, 'do'>, text: string) => Promise<boolean>
}

const always = () => true
const longestLine = 1000
const longestCue = 120

/** What a supervisor can do by writing, in the order of how often it is wanted. */
export function deeds({ trainee, patient }: { trainee: string; patient: string }): Deed[] {
  const cue = (name: DeedName, title: string, kind: 'praise' | 'suggestion' | 'warning'): Deed => ({
    name, title, label: `What ${trainee} reads at a glance`, button: 'Show it', longest: longestCue, when: always, do: (call, text) => call.do('Cue', kind, text),
  })
  return [
    { name: 'say', title: 'Say it to both', label: `What ${trainee} and ${patient} are told`, button: 'Say it', longest: longestLine, when: ({ barged }) => barged, do: (call, text) => call.do('Say', text) },
    { name: 'whisper', title: `Write to ${trainee}`, label: `Your note; ${patient} knows nothing of it`, button: 'Send it', longest: longestLine, when: always, do: (call, text) => call.do('WhisperNote', text) },
    { name: 'note', title: 'Take a note for the debrief', label: 'Your note at this moment; it is shown after the call', button: 'Keep it', longest: longestLine, when: always, do: (call, text) => call.do('Note', text) },
    cue('suggest', 'Give a cue: try this', 'suggestion'),
    cue('praise', 'Give a cue: well done', 'praise'),
    cue('warn', 'Give a cue: careful', 'warning'),
    { name: 'pause', title: 'Pause the call', label: 'Why; both wait meanwhile', button: 'Pause the call', longest: longestLine, when: ({ paused }) => !paused, do: (call, text) => call.do('Pause', true, text) },
    { name: 'goOn', title: 'Let the call go on', label: null, button: 'Go on', longest: 0, when: ({ paused }) => paused, do: (call) => call.do('Pause', false, '') },
    { name: 'end', title: 'End the call', label: `Why; ${trainee} reads it`, button: 'End the call', longest: longestLine, when: always, do: (call, text) => call.do('End', text) },
  ]
}
