import type { CallSnapshot } from '@/realtime/session/LiveCall'
import type { Stage } from '@/realtime/session/connectionMachine'
import type { CallView, Line, Party } from '@/realtime/session/callView'
import { MoodMark } from './MoodMark'
import { Speaker } from './Speaker'
import classes from './Speakers.module.css'

/** The patient and the trainee, with the last words of both. */
export function Speakers({ snapshot: { view, muted, stage, microphone } }: { snapshot: CallSnapshot }) {
  const patient = view.placed?.patientName ?? 'The patient'
  return (
    <div className={classes.speakers}>
      <Speaker party="patient" name={patient} doing={patientDoes(view, stage)} speaking={view.speaking.patient && stage === 'live'} aside={<MoodMark mood={view.mood} />} {...lastWords(view, 'patient')} />
      <Speaker party="trainee" name="You" doing={traineeDoes(view, muted, microphone.status === 'live')} speaking={view.speaking.trainee} {...lastWords(view, 'trainee')} />
      {(view.speaking.supervisor || view.visitors.some(({ mode }) => mode === 'barge')) && (
        <Speaker party="supervisor" name={barging(view)} doing={view.speaking.supervisor ? 'Speaking' : 'In the call'} speaking={view.speaking.supervisor} {...lastWords(view, 'supervisor')} />
      )}
    </div>
  )
}

function patientDoes(view: CallView, stage: Stage): string {
  if (stage === 'ringing') return 'The phone is ringing'
  if (stage !== 'live') return 'Waiting for you'
  if (view.onHold) return 'On hold'
  if (view.speaking.patient) return 'Speaking'
  return view.thinking ? 'Thinking' : 'Listening'
}

function traineeDoes(view: CallView, muted: boolean, canSpeak: boolean): string {
  if (!canSpeak) return 'Typing'
  if (muted) return 'Muted'
  return view.speaking.trainee ? 'Speaking' : 'Listening'
}

function barging({ visitors }: CallView): string {
  return visitors.find(({ mode }) => mode === 'barge')?.name ?? 'Supervisor'
}

function lastWords(view: CallView, party: Party) {
  const partial = view.partials[party]
  if (partial) return { text: partial.text, partial: true, cutOff: false }
  const line = view.lines.findLast((each: Line) => each.party === party)
  return { text: line?.text ?? '', partial: false, cutOff: line?.cutOff ?? false }
}
