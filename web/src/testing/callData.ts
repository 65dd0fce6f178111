import type { CallDetail, CallEvent, CallSummary, Party, TranscriptLine } from '../api/types'
import { scenarios } from './scenarioData.ts'

const id = (n: number) => `0197a000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const judgedCallId = id(1)
export const shortCallId = id(2)
export const interruptedCallId = id(3)

interface Said {
  party: Party
  text: string
  startMs: number
  endMs: number
  typed?: boolean
  cutOff?: boolean
  confidence?: number
}

const said = (party: Party, startS: number, endS: number, text: string, more: Partial<Said> = {}): Said => ({
  party, text, startMs: startS * 1000, endMs: endS * 1000, ...more,
})

const conversation: Said[] = [
  said('patient', 4.2, 9.1, 'Yes, hello, this is Margaret Doyle. I’ve had a bill from you and I don’t understand it at all.'),
  said('trainee', 9.8, 14.9, 'Good morning, Mrs Doyle, this is Sam at Riverside Family Practice. Thank you for calling.', { confidence: 0.86 }),
  said('patient', 15.6, 21.4, 'It says two hundred and forty dollars. For a blood test! I thought that was covered.'),
  said('trainee', 20.7, 24.8, 'Can I take your date of birth, please?', { confidence: 0.93 }),
  said('patient', 25.5, 31.9, 'The ninth of March, 1958. But the bill, what about the bill? Is it really two hundred and', { cutOff: true }),
  said('trainee', 31.2, 39.5, 'I can hear that this is worrying you, Mrs Doyle. Let me look at it with you now.', { confidence: 0.79 }),
  said('patient', 40.4, 46.0, 'Oh, thank you. The last lady just told me to ring the insurance.'),
  said('trainee', 52.6, 58.1, 'The lab has used a wrong code, so your insurance refused it.', { confidence: 0.72 }),
  said('patient', 58.9, 63.6, 'I’m sorry, I didn’t follow that. What does that mean for me?'),
  said('trainee', 64.4, 71.2, 'You’ll have to wait until the lab sends it again.', { confidence: 0.88 }),
  said('patient', 72.0, 79.4, 'And in the meantime? Do I have to pay the two hundred and forty dollars or not?'),
  said('trainee', 84.9, 92.0, 'No, please don’t pay it. I’ll put the bill on hold today and ask the lab to send it again.', { confidence: 0.9 }),
  said('patient', 92.9, 97.7, 'That is a relief. When will I hear from you?'),
  said('trainee', 98.4, 104.3, 'I will ring you by Friday at noon. Is this number the best one?', { confidence: 0.84 }),
  said('patient', 105.1, 108.8, 'Yes, it is. Thank you, Sam, you’ve been kind.'),
  said('trainee', 109.4, 113.0, 'You are welcome, Mrs Doyle. Good-bye.', { typed: true, confidence: 1 }),
]

const transcript: TranscriptLine[] = conversation.map((line, index) => ({
  utterance: index + 1, typed: false, cutOff: false, confidence: 1, ...line,
}))

function eventsOf(lines: TranscriptLine[]): CallEvent[] {
  const events: CallEvent[] = []
  const add = (event: object) => events.push({ ...event, seq: events.length + 1 } as CallEvent)
  add({ type: 'callPlaced', atMs: 0, scenarioId: 'surprise-bill', scenarioTitle: 'The bill she did not expect', patientName: 'Margaret Doyle', difficulty: 'intermediate', seed: 7 })
  add({ type: 'callAnswered', atMs: 3800 })
  for (const line of lines) {
    add({ type: 'utteranceSpoken', atMs: line.endMs, interruptedOther: false, words: [], goesOnFrom: null, voice: null, ...line })
    if (line.party !== 'trainee') continue
    const unclear = line.utterance === 8
    add({ type: 'utteranceUnderstood', atMs: line.endMs, utterance: line.utterance, confidence: unclear ? 0.31 : 0.84, acts: [{ act: unclear ? 'unclear' : 'tell', topic: null, confidence: unclear ? 0.31 : 0.84, text: line.text }] })
    if (unclear) add({ type: 'patientDecided', atMs: line.endMs, act: 'notUnderstood', key: 'generic:notUnderstood', why: 'Nothing that was said was like anything the patient knows.' })
    const slow = line.utterance % 4 === 0 ? 180 : 0
    add({ type: 'turnTimed', atMs: line.endMs + 900, utterance: line.utterance, endpointMs: 320, finalMs: 410 + slow, decisionMs: 430 + slow, firstWordMs: 436 + slow, firstAudioMs: 520 + slow, firstPlayedMs: line.utterance === 2 ? null : 600 + slow, endpointReason: 'The sentence was complete.', prepared: true })
  }
  add({ type: 'deadAirNoticed', atMs: 51000, silenceMs: 6600 })
  add({ type: 'holdChanged', atMs: 80000, onHold: true })
  add({ type: 'holdChanged', atMs: 84500, onHold: false })
  add({ type: 'callEnded', atMs: 114200, reason: 'traineeHungUp', text: 'You said good-bye and hung up.' })
  return events
}

const summaryOf = (n: number, scenarioIndex: number, daysAgo: number, more: Partial<CallSummary>): CallSummary => {
  const scenario = scenarios[scenarioIndex] ?? scenarios[0]
  if (!scenario) throw new Error('There are no scenarios in the test data.')
  return {
    id: id(n), scenarioId: scenario.id, scenarioTitle: scenario.title, type: scenario.type, difficulty: scenario.difficulty,
    patientName: scenario.patientName, traineeName: 'Sam Rivera', status: 'ended',
    startedAt: new Date(Date.UTC(2026, 10, 20, 14, 5) - daysAgo * 86_400_000).toISOString(), durationMs: 114_200 + n * 13_000,
    endReason: 'traineeHungUp', overall: 71, letter: 'C', outcome: 'reached', canContinue: false, hasRecording: true, ...more,
  }
}

export const calls: CallSummary[] = [
  summaryOf(1, 1, 0, { durationMs: 114_200, overall: 71, letter: 'C' }),
  summaryOf(2, 0, 0.2, { durationMs: 9_000, overall: null, letter: null, outcome: 'notJudged' }),
  summaryOf(3, 2, 0.4, { status: 'interrupted', endReason: null, overall: null, letter: null, outcome: null, canContinue: true, durationMs: 96_000 }),
  summaryOf(4, 0, 2, { overall: 88, letter: 'B' }),
  summaryOf(5, 2, 3, { overall: 58, letter: 'D', outcome: 'missed', endReason: 'patientHungUp' }),
  ...Array.from({ length: 21 }, (_, n) => summaryOf(6 + n, n % 8, 5 + n * 1.5, { overall: 82 - n, letter: n < 3 ? 'B' : n < 13 ? 'C' : 'D', outcome: n % 3 ? 'reached' : 'partly' })),
]

export function detailOf(callId: string): CallDetail | undefined {
  const summary = calls.find((call) => call.id === callId)
  if (!summary) return undefined
  const lines = callId === shortCallId ? transcript.slice(0, 1) : callId === interruptedCallId ? transcript.slice(0, 9) : transcript
  return { summary, seed: 7, transcript: lines, events: eventsOf(lines).filter((event) => event.atMs <= summary.durationMs) }
}
