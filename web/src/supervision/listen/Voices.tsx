import { MoodMark } from '@/call/live/MoodMark'
import { Speaker } from '@/call/live/Speaker'
import type { CallView, Party } from '@/realtime/session/callView'
import classes from './ListenRoom.module.css'

interface Props {
  view: CallView
  state: { trainee: string; patient: string }
}

/** Both sides with their last words. */
export function Voices({ view, state }: Props) {
  return (
    <div className={classes.voices}>
      <Speaker party="patient" name={state.patient} doing={patientDoes(view)} speaking={view.speaking.patient} aside={<MoodMark mood={view.mood} />} {...lastWords(view, 'patient')} />
      <Speaker party="trainee" name={state.trainee} doing={view.muted ? 'Muted' : view.speaking.trainee ? 'Speaking' : 'Listening'} speaking={view.speaking.trainee} {...lastWords(view, 'trainee')} />
      {view.lines.some(({ party }) => party === 'supervisor') && <Speaker party="supervisor" name="Supervisor" doing={view.speaking.supervisor ? 'Speaking' : 'In the call'} speaking={view.speaking.supervisor} {...lastWords(view, 'supervisor')} />}
    </div>
  )
}

function patientDoes({ status, onHold, speaking, thinking }: CallView): string {
  if (status === 'ringing') return 'The phone is ringing'
  if (onHold) return 'On hold'
  if (speaking.patient) return 'Speaking'
  return thinking ? 'Thinking' : 'Listening'
}

function lastWords(view: CallView, party: Party) {
  const partial = view.partials[party]
  if (partial) return { text: partial.text, partial: true, cutOff: false }
  const line = view.lines.findLast((one) => one.party === party)
  return { text: line?.text ?? '', partial: false, cutOff: line?.cutOff ?? false }
}
