import { describe, expect, it } from 'vitest'
import type { CallEvent } from '../hub/contract'
import { callReducer } from './callReducer'
import { emptyCall } from './callView'

type Bare<E> = E extends CallEvent ? Omit<E, 'seq' | 'atMs' | 'isKept'> & { atMs?: number } : never

const fold = (...events: Bare<CallEvent>[]) => events.reduce((call, event, n) => callReducer(call, { atMs: n * 100, ...event, seq: n + 1 } as CallEvent), emptyCall)

const said = (party: 'trainee' | 'patient', utterance: number, text: string): Bare<CallEvent> => ({
  type: 'utteranceSpoken', party, utterance, text, startMs: 0, endMs: 1000, typed: false, confidence: 1, interruptedOther: false, words: [], goesOnFrom: null, voice: null,
})

const placed: Bare<CallEvent> = { type: 'callPlaced', scenarioId: 'bill', scenarioTitle: 'A bill', patientName: 'Rosa', difficulty: 'beginner', seed: 1 }

describe('a call, folded from its events', () => {
  it('rings, is answered, ends', () => {
    expect(fold(placed)).toMatchObject({ status: 'ringing', placed: { patientName: 'Rosa', difficulty: 'beginner' } })
    expect(fold(placed, { type: 'callAnswered', atMs: 2500 })).toMatchObject({ status: 'live', answeredAtMs: 2500 })
    const over = fold(placed, { type: 'callAnswered' }, { type: 'speechStarted', party: 'patient' }, { type: 'callEnded', reason: 'deadAir', text: 'Nobody spoke.' })
    expect(over).toMatchObject({ status: 'ended', ended: { reason: 'deadAir', text: 'Nobody spoke.' }, speaking: { patient: false } })
  })

  it('shows the words so far, then the final words in their place', () => {
    const partial: Bare<CallEvent> = { type: 'partialHeard', party: 'trainee', utterance: 2, text: 'good mor' }
    expect(fold(partial).partials.trainee).toEqual({ utterance: 2, text: 'good mor' })
    const final = fold(partial, said('trainee', 2, 'Good morning.'))
    expect(final.partials.trainee).toBeNull()
    expect(final.lines.map((line) => line.text)).toEqual(['Good morning.'])
  })

  it('passes over a partial that comes after its final', () => {
    expect(fold(said('trainee', 2, 'Good morning.'), { type: 'partialHeard', party: 'trainee', utterance: 2, text: 'good' }).partials.trainee).toBeNull()
  })

  it('keeps of a line that was cut off what was heard', () => {
    const call = fold(said('patient', 1, 'I got a bill that I do not understand.'), { type: 'speechStarted', party: 'patient' }, { type: 'utteranceCutOff', utterance: 1, heardText: 'I got a bill', endMs: 700 })
    expect(call.lines[0]).toMatchObject({ text: 'I got a bill', cutOff: true, endMs: 700 })
    expect(call).toMatchObject({ interrupted: 1, speaking: { patient: false } })
  })

  it('drops a line that was cut off before its first word', () => {
    expect(fold(said('patient', 1, 'Well.'), { type: 'utteranceCutOff', utterance: 1, heardText: '', endMs: 10 }).lines).toEqual([])
  })

  it('forgets the interruption when the patient speaks again', () => {
    const call = fold(said('patient', 1, 'One.'), { type: 'utteranceCutOff', utterance: 1, heardText: 'O', endMs: 1 }, said('patient', 3, 'Two.'))
    expect(call.interrupted).toBeNull()
  })

  it('orders lines by utterance, whichever final comes first', () => {
    expect(fold(said('patient', 2, 'B'), said('trainee', 1, 'A')).lines.map((line) => line.text)).toEqual(['A', 'B'])
  })

  it('has the patient think until it speaks', () => {
    expect(fold({ type: 'patientThinking' }).thinking).toBe(true)
    expect(fold({ type: 'patientThinking' }, said('patient', 1, 'Well.')).thinking).toBe(false)
    expect(fold({ type: 'patientThinking' }, { type: 'speechStarted', party: 'patient' }).thinking).toBe(false)
  })

  it('ends dead air when the trainee speaks or types', () => {
    expect(fold({ type: 'deadAirNoticed', silenceMs: 8000 }).deadAirMs).toBe(8000)
    expect(fold({ type: 'deadAirNoticed', silenceMs: 8000 }, { type: 'speechStarted', party: 'trainee' }).deadAirMs).toBeNull()
    expect(fold({ type: 'deadAirNoticed', silenceMs: 8000 }, said('trainee', 1, 'Sorry.')).deadAirMs).toBeNull()
  })

  it('ticks phases and phrases once each', () => {
    const call = fold(
      { type: 'phraseUsed', phaseId: 'greeting', phraseId: 'g1', utterance: 1, likeness: 0.9 },
      { type: 'phraseUsed', phaseId: 'greeting', phraseId: 'g1', utterance: 3, likeness: 0.8 },
      { type: 'phaseDone', phaseId: 'greeting', utterance: 1 },
      { type: 'phaseDone', phaseId: 'greeting', utterance: 3 },
    )
    expect(call).toMatchObject({ phrasesUsed: ['g1'], phasesDone: ['greeting'] })
  })

  it('goes on after it was interrupted', () => {
    const call = fold(placed, { type: 'callAnswered' }, { type: 'speechStarted', party: 'patient' }, { type: 'callContinued' })
    expect(call).toMatchObject({ status: 'live', speaking: { patient: false }, ended: null })
  })

  it('keeps the last timing of a turn', () => {
    const timed = (firstPlayedMs: number | null): Bare<CallEvent> => ({ type: 'turnTimed', utterance: 2, endpointMs: 1, finalMs: 2, decisionMs: 3, firstWordMs: 4, firstAudioMs: 5, firstPlayedMs, endpointReason: '', prepared: false })
    expect(fold(timed(null), timed(400)).timings.map((timing) => timing.firstPlayedMs)).toEqual([400])
  })

  it('does not change for what only coaches read', () => {
    const call = fold(placed)
    expect(callReducer(call, { type: 'patientDecided', act: 'answer', key: 'fact:x', why: 'asked', seq: 2, atMs: 1 } as CallEvent)).toBe(call)
  })

  it('passes over an event that a newer server may send', () => {
    const call = fold(placed)
    expect(callReducer(call, { type: 'somethingNew', seq: 2, atMs: 1 } as never)).toBe(call)
  })

  it('knows the supervisors in the call, until they leave or the call breaks off', () => {
    const ruth = { type: 'supervisionChanged', visitId: 'v1', name: 'Ruth', shown: true } as const
    const tom = { type: 'supervisionChanged', visitId: 'v2', name: 'Tom', shown: true } as const
    const call = fold(placed, { ...ruth, mode: 'listen' }, { ...tom, mode: 'listen' }, { ...ruth, mode: 'barge' })
    expect(call.visitors).toEqual([{ visitId: 'v2', name: 'Tom', mode: 'listen' }, { visitId: 'v1', name: 'Ruth', mode: 'barge' }])
    expect(fold(placed, { ...ruth, mode: 'listen' }, { ...ruth, mode: null }).visitors).toEqual([])
    expect(fold(placed, { ...ruth, mode: 'listen' }, { type: 'callContinued' }).visitors).toEqual([])
  })

  it('keeps what a supervisor whispers, and a pause with its reason', () => {
    const paused = { type: 'callPaused', name: 'Ruth', paused: true, reason: 'Wait.' } as const
    expect(fold(placed, { type: 'noteWhispered', name: 'Ruth', text: 'Ask her name.' }).whispers).toMatchObject([{ name: 'Ruth', text: 'Ask her name.' }])
    expect(fold(placed, paused).paused).toEqual({ name: 'Ruth', reason: 'Wait.' })
    expect(fold(placed, paused, { ...paused, paused: false, reason: '' }).paused).toBeNull()
    expect(fold(placed, { type: 'withheld' })).toEqual(fold(placed))
  })
})
