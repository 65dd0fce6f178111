import type { CallEvent, CallStatus } from '../hub/contract'

type Event<T extends CallEvent['type']> = Extract<CallEvent, { type: T }>

export type Party = Event<'speechStarted'>['party']
export type Mood = Event<'moodChanged'>['label']
export type EndReason = NonNullable<Event<'callEnded'>['reason']>
export type Difficulty = Event<'callPlaced'>['difficulty']
export type TurnTiming = Event<'turnTimed'>

/** Something that was said, as it was heard. */
export interface Line {
  utterance: number
  party: Party
  text: string
  startMs: number
  endMs: number
  typed: boolean
  cutOff: boolean
  confidence: number
}

export interface Partial {
  utterance: number
  text: string
}

export type Cue = Pick<Event<'cueGiven'>, 'seq' | 'atMs' | 'kind' | 'category' | 'code' | 'text' | 'reason' | 'utterance'>
export type CallHint = Pick<Event<'hintGiven'>, 'seq' | 'atMs' | 'text' | 'asked'>
export type Notice = Pick<Event<'noticeShown'>, 'seq' | 'atMs' | 'code' | 'text'>

export interface Visitor {
  visitId: string
  name: string
  mode: NonNullable<Event<'supervisionChanged'>['mode']>
}

export type Whisper = Pick<Event<'noteWhispered'>, 'seq' | 'atMs' | 'name' | 'text'>
export type SupervisorNote = Pick<Event<'supervisorNoted'>, 'seq' | 'atMs' | 'name' | 'text'>

/** The call as the trainee sees it: nothing but what the events say, so that it can be folded again at any time. */
export interface CallView {
  status: CallStatus
  placed: Pick<Event<'callPlaced'>, 'scenarioId' | 'scenarioTitle' | 'patientName' | 'difficulty'> | null
  answeredAtMs: number | null
  speaking: Record<Party, boolean>
  thinking: boolean
  lines: readonly Line[]
  partials: Readonly<Record<Party, Partial | null>>
  /** The patient's utterance that the trainee cut off, until the patient speaks again. */
  interrupted: number | null
  mood: { label: Mood; because: readonly string[] } | null
  phasesDone: readonly string[]
  phrasesUsed: readonly string[]
  goalsMet: readonly string[]
  cues: readonly Cue[]
  hints: readonly CallHint[]
  notices: readonly Notice[]
  wordsPerMinute: number | null
  talkRatio: number | null
  onHold: boolean
  muted: boolean
  /** How long nobody has spoken, while the patient finds it odd. */
  deadAirMs: number | null
  timings: readonly TurnTiming[]
  ended: { reason: EndReason | null; text: string; atMs: number } | null
  /** Supervisors in the call; in the trainee's own view those who may be seen. */
  visitors: readonly Visitor[]
  /** Typed notes to the trainee. */
  whispers: readonly Whisper[]
  /** Notes for the debrief; the trainee's own view has none while the call runs. */
  supervisorNotes: readonly SupervisorNote[]
  paused: { name: string; reason: string } | null
}

export const emptyCall: CallView = {
  status: 'ringing',
  placed: null,
  answeredAtMs: null,
  speaking: { trainee: false, patient: false, supervisor: false },
  thinking: false,
  lines: [],
  partials: { trainee: null, patient: null, supervisor: null },
  interrupted: null,
  mood: null,
  phasesDone: [],
  phrasesUsed: [],
  goalsMet: [],
  cues: [],
  hints: [],
  notices: [],
  wordsPerMinute: null,
  talkRatio: null,
  onHold: false,
  muted: false,
  deadAirMs: null,
  timings: [],
  ended: null,
  visitors: [],
  whispers: [],
  supervisorNotes: [],
  paused: null,
}
