import type { CallEvent } from '../hub/contract'
import type { CallView, Line, Party } from './callView'

/** Folds one event into the view of the call. Pure; order and repetition are EventOrder's business. */
export function callReducer(call: CallView, event: CallEvent): CallView {
  switch (event.type) {
    case 'callPlaced': {
      const { scenarioId, scenarioTitle, patientName, difficulty } = event
      return { ...call, status: 'ringing', placed: { scenarioId, scenarioTitle, patientName, difficulty } }
    }
    case 'callAnswered':
      return { ...call, status: 'live', answeredAtMs: event.atMs }
    case 'speechStarted':
      return speechStarted(call, event.party)
    case 'speechStopped':
      return speaking(call, event.party, false)
    case 'partialHeard':
      return partialHeard(call, event)
    case 'utteranceSpoken':
      return utteranceSpoken(call, event)
    case 'utterancePlayed':
      return utterancePlayed(call, event)
    case 'utteranceCutOff':
      return utteranceCutOff(call, event)
    case 'patientThinking':
      return { ...call, thinking: true }
    case 'moodChanged':
      return { ...call, mood: { label: event.label, because: event.because } }
    case 'goalMet':
      return { ...call, goalsMet: withOnce(call.goalsMet, event.goalId) }
    case 'phraseUsed':
      return { ...call, phrasesUsed: withOnce(call.phrasesUsed, event.phraseId) }
    case 'phaseDone':
      return { ...call, phasesDone: withOnce(call.phasesDone, event.phaseId) }
    case 'cueGiven':
      return { ...call, cues: [...call.cues, event] }
    case 'hintGiven':
      return { ...call, hints: [...call.hints, event] }
    case 'metersMoved':
      return { ...call, wordsPerMinute: event.wordsPerMinute, talkRatio: event.talkRatio }
    case 'holdChanged':
      return { ...call, onHold: event.onHold }
    case 'muteChanged':
      return { ...call, muted: event.muted }
    case 'deadAirNoticed':
      return { ...call, deadAirMs: event.silenceMs }
    case 'turnTimed':
      return { ...call, timings: [...call.timings.filter((timing) => timing.utterance !== event.utterance), event] }
    case 'noticeShown':
      return { ...call, notices: [...call.notices, event] }
    case 'supervisionChanged':
      return supervisionChanged(call, event)
    case 'noteWhispered':
      return { ...call, whispers: [...call.whispers, event] }
    case 'supervisorNoted':
      return { ...call, supervisorNotes: [...call.supervisorNotes, event] }
    case 'callPaused':
      return { ...call, paused: event.paused ? { name: event.name, reason: event.reason } : null }
    case 'callContinued':
      return { ...silent(call), status: call.answeredAtMs === null ? 'ringing' : 'live', ended: null }
    case 'callEnded': {
      const { reason, text, atMs } = event
      return { ...silent(call), status: 'ended', ended: { reason, text, atMs } }
    }
    // The words so far came as a partial caption.
    case 'traineePaused':
      return call
    // Told to the coach afterwards; during the call they would only distract.
    case 'utteranceUnderstood':
    case 'patientDecided':
    case 'factRevealed':
    case 'objectionDissolved':
    case 'blockerRaised':
    case 'phraseAvoidedSaid':
      return call
    // Stands for what is not for this reader.
    case 'withheld':
      return call
    // The browser knows better than the log whether it is connected, and how.
    case 'connectionChanged':
    case 'audioPathUsed':
      return call
    default:
      return unknownEvent(call, event)
  }
}

/** Does not compile when the server has an event that is not handled above; a newer server's event is passed over. */
function unknownEvent(call: CallView, event: never): CallView {
  void event
  return call
}

function speechStarted(call: CallView, party: Party): CallView {
  const next = speaking(call, party, true)
  if (party === 'trainee') return { ...next, deadAirMs: null }
  return party === 'patient' ? { ...next, thinking: false, interrupted: null } : next
}

function speaking(call: CallView, party: Party, isSpeaking: boolean): CallView {
  return { ...call, speaking: { ...call.speaking, [party]: isSpeaking } }
}

function partialHeard(call: CallView, { party, utterance, text }: Extract<CallEvent, { type: 'partialHeard' }>): CallView {
  // A partial that was overtaken by its final.
  if (call.lines.some((line) => line.utterance === utterance)) return call
  const partial = text.trim() === '' ? null : { utterance, text }
  return { ...call, partials: { ...call.partials, [party]: partial } }
}

function utteranceSpoken(call: CallView, event: Extract<CallEvent, { type: 'utteranceSpoken' }>): CallView {
  const { utterance, party, text, startMs, endMs, typed, confidence } = event
  const line: Line = { utterance, party, text, startMs, endMs, typed, cutOff: false, confidence }
  const lines = [...call.lines.filter((other) => other.utterance !== utterance), line].sort((a, b) => a.utterance - b.utterance)
  const next = { ...call, lines, partials: { ...call.partials, [party]: null } }
  if (party === 'patient') return { ...next, thinking: false, interrupted: null }
  return party === 'trainee' ? { ...next, deadAirMs: null } : next
}

function utterancePlayed(call: CallView, { utterance, startMs, endMs }: Extract<CallEvent, { type: 'utterancePlayed' }>): CallView {
  return { ...call, lines: call.lines.map((line) => (line.utterance === utterance ? { ...line, startMs, endMs } : line)) }
}

function utteranceCutOff(call: CallView, { utterance, heardText, endMs }: Extract<CallEvent, { type: 'utteranceCutOff' }>): CallView {
  const cut = call.lines.map((line) => (line.utterance === utterance ? { ...line, text: heardText, endMs, cutOff: true } : line))
  // Of a line that was cut before its first word there is nothing to show.
  const lines = cut.filter((line) => line.utterance !== utterance || heardText.trim() !== '')
  return { ...speaking(call, 'patient', false), lines, interrupted: utterance }
}

function supervisionChanged(call: CallView, { visitId, name, mode }: Extract<CallEvent, { type: 'supervisionChanged' }>): CallView {
  const others = call.visitors.filter((visitor) => visitor.visitId !== visitId)
  return { ...call, visitors: mode === null ? others : [...others, { visitId, name, mode }] }
}

function silent(call: CallView): CallView {
  return {
    ...call,
    speaking: { trainee: false, patient: false, supervisor: false },
    partials: { trainee: null, patient: null, supervisor: null },
    thinking: false,
    interrupted: null,
    deadAirMs: null,
    onHold: false,
    visitors: [],
    paused: null,
  }
}

function withOnce(list: readonly string[], id: string): readonly string[] {
  return list.includes(id) ? list : [...list, id]
}
