import { describe, expect, it } from 'vitest'
import type { CallEvent, TraineeAct } from '@/api/types'
import { holdSpans, misunderstoodUtterances } from './readEvents'
import { transcriptRows, utteranceAt } from './transcriptRows'
import { medianTotalMs, turnWaterfall } from './turnWaterfall'

const hold = (atMs: number, onHold: boolean): CallEvent => ({ type: 'holdChanged', seq: 1, atMs, onHold })
const understood = (utterance: number, ...acts: TraineeAct[]): CallEvent => ({ type: 'utteranceUnderstood', seq: 1, atMs: 0, utterance, confidence: 1, acts: acts.map((act) => ({ act, topic: null, confidence: 1, text: '' })) })
const decided = (act: 'answer' | 'notUnderstood'): CallEvent => ({ type: 'patientDecided', seq: 1, atMs: 0, act, key: '', why: '' })
const timed = (utterance: number, times: number[], firstPlayedMs: number | null): CallEvent => {
  const [endpointMs = 0, finalMs = 0, decisionMs = 0, firstWordMs = 0, firstAudioMs = 0] = times
  return { type: 'turnTimed', seq: 1, atMs: 0, utterance, endpointMs, finalMs, decisionMs, firstWordMs, firstAudioMs, firstPlayedMs, endpointReason: '', prepared: false }
}
const line = (utterance: number, startMs: number, endMs: number) => ({ utterance, party: 'patient' as const, text: `line ${utterance}`, startMs, endMs, typed: false, cutOff: false, confidence: 1 })

describe('holdSpans', () => {
  it('pairs going on hold with coming back, and closes the last at the end of the call', () => {
    expect(holdSpans([hold(1000, true), hold(1200, true), hold(3000, false), hold(5000, false), hold(8000, true)], 9000)).toEqual([
      { startMs: 1000, endMs: 3000 },
      { startMs: 8000, endMs: 9000 },
    ])
  })
})

describe('misunderstoodUtterances', () => {
  it('names what the patient made nothing of, by its acts or by what it then decided', () => {
    const events = [understood(2, 'greet'), decided('answer'), understood(4, 'unclear'), decided('answer'), understood(6, 'tell', 'unclear'), decided('notUnderstood'), understood(8)]
    expect([...misunderstoodUtterances(events)]).toEqual([4, 6, 8])
  })
})

describe('turnWaterfall', () => {
  it('puts the stages one after the other', () => {
    const [turn] = turnWaterfall([timed(2, [300, 400, 420, 430, 500], 560)])
    expect(turn?.totalMs).toBe(560)
    expect(turn?.parts.map((part) => part.endMs - part.startMs)).toEqual([300, 100, 20, 10, 70, 60])
  })

  it('leaves out what the browser did not report, and gives a stage no negative time', () => {
    const [turn] = turnWaterfall([timed(2, [300, 250, 420, 430, 500], null)])
    expect(turn?.parts.map((part) => part.stage)).not.toContain('firstPlayed')
    expect(turn?.parts[1]).toEqual({ stage: 'final', startMs: 300, endMs: 300 })
  })

  it('takes the lower middle of an even number of turns, and nothing of none', () => {
    expect(medianTotalMs(turnWaterfall([timed(2, [0, 0, 0, 0, 900], null), timed(4, [0, 0, 0, 0, 500], null)]))).toBe(500)
    expect(medianTotalMs([])).toBeNull()
  })
})

describe('transcriptRows', () => {
  it('puts silences, holds and breaks between the lines, in order', () => {
    const events: CallEvent[] = [hold(20_000, true), hold(24_000, false), { type: 'callContinued', seq: 3, atMs: 30_000 }]
    const rows = transcriptRows([line(1, 0, 2000), line(2, 9000, 19_500), line(3, 24_500, 29_000)], events, 31_000)
    expect(rows.map((row) => (row.kind === 'line' ? row.line.text : row.text))).toEqual([
      'line 1',
      'Nobody spoke for 7 seconds',
      'line 2',
      'On hold for 4 seconds',
      'line 3',
      'The call broke off here and was continued',
    ])
  })
})

describe('utteranceAt', () => {
  const lines = [line(1, 1000, 4000), line(2, 3500, 6000)]

  it('is the one that began last where two overlap', () => {
    expect(utteranceAt(lines, 2000)).toBe(1)
    expect(utteranceAt(lines, 3700)).toBe(2)
  })

  it('is none before the first word and in a long pause', () => {
    expect(utteranceAt(lines, 0)).toBeNull()
    expect(utteranceAt(lines, 8000)).toBeNull()
  })
})

describe('a call that a supervisor was in', () => {
  const at = (atMs: number) => ({ seq: 1, atMs })
  it('tells at its place what the supervisor did, and takes a pause for no dead air', () => {
    const events: CallEvent[] = [
      { ...at(500), type: 'supervisionChanged', visitId: 'v', name: 'Ruth', mode: 'listen', shown: false },
      { ...at(2500), type: 'supervisorNoted', name: 'Ruth', text: 'Good.' },
      { ...at(3000), type: 'callPaused', name: 'Ruth', paused: true, reason: 'Wait.' },
      { ...at(30_000), type: 'callPaused', name: 'Ruth', paused: false, reason: '' },
    ]
    const rows = transcriptRows([line(1, 1000, 2000), line(2, 31_000, 32_000)], events, 33_000)
    expect(rows.map((row) => (row.kind === 'mark' ? row.text : row.line.text))).toEqual([
      'Ruth was listening',
      'line 1',
      'Ruth noted: Good.',
      'Ruth paused the call: Wait.',
      'Ruth let the call go on',
      'line 2',
    ])
  })
})
