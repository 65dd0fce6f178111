import type { CategoryScore, Debrief, Evidence, Progress } from '../api/types'
import { calls, detailOf, judgedCallId, shortCallId } from './callData.ts'

const lines = detailOf(judgedCallId)?.transcript ?? []
const at = (utterance: number): Evidence => {
  const line = lines[utterance - 1]
  if (!line) throw new Error(`The test call has no utterance ${utterance}.`)
  return { utterance, atMs: line.startMs, quote: line.text }
}

const category = (
  name: CategoryScore['category'], score: number | null, letter: string | null, weight: number, because: string,
  observations: CategoryScore['observations'] = [],
): CategoryScore => ({ category: name, score, letter, weight, because, observations })

const judged: Debrief = {
  callId: judgedCallId,
  judged: true,
  outcome: {
    status: 'partly',
    because: 'She knows that she need not pay and when you ring. She does not know why it happened.',
    items: [
      { id: 'hold', text: 'The bill is put on hold and she is told not to pay', reached: true, evidence: at(12) },
      { id: 'callback', text: 'She has a day and a time for the call back', reached: true, evidence: at(14) },
      { id: 'why', text: 'She understands why the bill came', reached: false, evidence: null },
    ],
  },
  overall: 71,
  letter: 'C',
  overallBecause: 'You met her worry well; explaining in her words would have brought the most.',
  categories: [
    category('tone', 78, 'B', 15, 'You stayed calm and friendly, also when she pressed you.', [{ driver: 'warmth', text: 'You thanked her for calling.', impact: 4, evidence: [at(2)] }]),
    category('empathy', 74, 'C', 20, 'You named her worry once; she asked about the bill three times before.', [
      { driver: 'feelings', text: 'You named her worry in your own words.', impact: 12, evidence: [at(6)] },
      { driver: 'feelings', text: 'You asked for her date of birth before you answered her worry.', impact: -8, evidence: [at(4)] },
    ]),
    category('scriptAdherence', 68, 'C', 15, 'Four of six key phrases came; the summary at the end was missed.', [{ driver: 'phases', text: 'You said your name and the practice.', impact: 6, evidence: [at(2)] }]),
    category('timing', 61, 'D', 15, 'Two long silences, and you spoke over her twice.', [
      { driver: 'interruptions', text: 'You spoke while she was still speaking.', impact: -7, evidence: [at(4), at(6)] },
      { driver: 'silence', text: 'Six seconds of silence before you explained.', impact: -5, evidence: [at(8)] },
    ]),
    category('problemSolving', 80, 'B', 25, 'You found the cause, put the bill on hold and promised a day.', [{ driver: 'goals', text: 'You gave a day and a time.', impact: 10, evidence: [at(14)] }]),
    category('professionalism', null, null, 10, 'There was not enough in this call to judge it.'),
  ],
  strengths: [
    { driver: 'feelings', text: 'You named her worry before you went on: she calmed down at once.', impact: 12, evidence: [at(6)] },
    { driver: 'goals', text: 'You promised a day and a time, so she knows what happens next.', impact: 10, evidence: [at(14)] },
  ],
  improvements: [
    { category: 'problemSolving', text: 'Explain in her words, and what it means for her.', youSaid: 'The lab has used a wrong code, so your insurance refused it.', better: 'The lab filled in your form wrongly, so your insurance sent it back. You have done nothing wrong, and you need not pay until it is put right.', why: 'She had to ask what it means. People under worry hear “refused” as “you must pay”.', effect: 'She gets what the call was for; about 12 points of problem solving.', evidence: at(8) },
    { category: 'timing', text: 'Let her finish before you ask.', youSaid: 'Can I take your date of birth, please?', better: 'Two hundred and forty dollars is a lot when you thought it was covered. To find your bill, may I have your date of birth?', why: 'You began while she was still speaking.', effect: 'She says it once instead of twice; 5 points of timing each time.', evidence: at(4) },
  ],
  missedChances: [
    { kind: 'empathy', what: 'She said that the last lady sent her away.', better: 'I’m sorry you were sent on. You are in the right place now.', howMuch: 6, evidence: at(7) },
    { kind: 'information', what: 'You did not ask whether a reminder had already come.', better: 'Have you had a reminder for this bill?', howMuch: 3, evidence: null },
  ],
  keyMoments: [
    { category: 'timing', text: 'You spoke while she was still speaking.', impact: -7, evidence: at(4) },
    { category: 'empathy', text: 'You named her worry in your own words.', impact: 12, evidence: at(6) },
    { category: 'problemSolving', text: 'You gave a day and a time.', impact: 10, evidence: at(14) },
  ],
  ideal: {
    alignment: 74,
    because: '2 of 3 phases of the script, 1 of 2 wishes met, 3 of 3 things found out; less 5 for what should not be said.',
    differences: [
      { about: 'Understand the bill', youSaid: 'The lab has used a wrong code, so your insurance refused it.', ideal: 'You have done nothing wrong. The lab filled in a form wrongly, and we will put it right.', why: 'It says first what matters to her.', evidence: at(8) },
      { about: 'Agree and close', youSaid: '', ideal: 'Let me sum up what we agreed.', why: 'She can correct what you misheard.', evidence: null },
    ],
  },
  course: {
    parts: [
      { part: 'greeting', startMs: 4_200, endMs: 31_900, share: 0.25, comment: 'At a good pace.' },
      { part: 'issue', startMs: 31_900, endMs: 92_000, share: 0.55, comment: 'The body of the call.' },
      { part: 'closing', startMs: 92_000, endMs: 113_000, share: 0.2, comment: 'At a good pace.' },
    ],
    transitions: [{ from: 'Greet and find out who is calling', to: 'Understand the bill', inOrder: true, comment: 'In order.', evidence: at(6) }],
    lead: { traineeShare: 0.63, because: 'You led the call. You asked or requested something 5 times, she 3 times.' },
  },
  listening: { quality: 68, asked: 0.4, askedOpenly: 0.25, saidBack: 0.2, told: 0.3, because: 'Of 10 things you said, 4 asked (1 of them openly), 2 said back what she had said, and 3 gave information.', evidence: [at(6)] },
  phrases: [
    { phaseId: 'greeting', phraseId: 'name', phrase: 'This is … at Riverside Family Practice', used: true, evidence: at(2) },
    { phaseId: 'greeting', phraseId: 'thanks', phrase: 'Thank you for calling', used: true, evidence: at(2) },
    { phaseId: 'issue', phraseId: 'worry', phrase: 'I can hear that this is worrying you', used: true, evidence: at(6) },
    { phaseId: 'issue', phraseId: 'look', phrase: 'Let me look at it with you', used: true, evidence: at(6) },
    { phaseId: 'closing', phraseId: 'sum', phrase: 'Let me sum up what we agreed', used: false, evidence: null },
    { phaseId: 'closing', phraseId: 'else', phrase: 'Is there anything else I can do for you?', used: false, evidence: null },
  ],
  phrasesToAvoid: [
    { phraseId: 'haveto', phrase: 'You’ll have to', why: 'It sounds like an order.', better: 'What happens next is', said: [at(10)] },
    { phraseId: 'policy', phrase: 'It is our policy', why: 'It ends the conversation.', better: 'Let me see what I can do', said: [] },
  ],
  flow: [
    { phaseId: 'greeting', title: 'Greet and find out who is calling', part: 'greeting', done: true, startMs: 4200, endMs: 31900, phrasesUsed: 2, phrasesTotal: 2, comment: 'Complete. The check of her identity came a little early.' },
    { phaseId: 'issue', title: 'Understand the bill', part: 'issue', done: true, startMs: 31900, endMs: 92000, phrasesUsed: 2, phrasesTotal: 2, comment: 'Two silences of more than four seconds.' },
    { phaseId: 'closing', title: 'Agree and close', part: 'closing', done: false, startMs: 92000, endMs: 113000, phrasesUsed: 0, phrasesTotal: 2, comment: 'The summary was missing.' },
  ],
  blockers: [
    { blockerId: 'identity', kind: 'disclosedBeforeIdentity', text: 'Nothing about the bill before name and date of birth are checked', broken: false, better: '', evidence: null },
    { blockerId: 'promise', kind: 'forbidden', text: 'No promise that the insurance will pay', broken: true, better: 'I will ask them, and tell you on Friday what they said.', evidence: at(12) },
  ],
  numbers: { durationMs: 114_200, wordsPerMinute: 132, talkRatio: 0.47, medianResponseMs: 780, interruptions: 2, deadAirMs: 11_100, holdMs: 4_500, longestMonologueMs: 8_300, traineeUtterances: 8,
    overlapsMeasured: true, interruptedByPatient: 1, overlapMs: 1_400, otherVoice: [],
    voice: [
      { utterance: 8, atMs: 52_600, loudnessDb: 1.5, pitchSemitones: 0.4, movement: 1.1, wordsPerMinute: 138, pace: 1.05 },
      { utterance: 10, atMs: 66_000, loudnessDb: 9.2, pitchSemitones: 3.1, movement: 0.9, wordsPerMinute: 181, pace: 1.37 },
      { utterance: 12, atMs: 79_000, loudnessDb: 0.4, pitchSemitones: null, movement: null, wordsPerMinute: null, pace: null },
      { utterance: 14, atMs: 92_000, loudnessDb: -1.2, pitchSemitones: -0.6, movement: 0.8, wordsPerMinute: 126, pace: 0.95 },
    ] },
  notes: [],
  practiseNext: 'Practise explaining in plain words: try “Is he in my network?”.',
}

const tooShort: Debrief = {
  ...judged,
  callId: shortCallId,
  judged: false,
  outcome: { status: 'notJudged', because: 'You said nothing before the call ended.', items: [] },
  overall: null,
  letter: null,
  overallBecause: 'There was too little to judge.',
  categories: judged.categories.map((one) => ({ ...one, score: null, letter: null, observations: [], because: 'There was not enough in this call to judge it.' })),
  strengths: [], improvements: [], missedChances: [], phrases: [], phrasesToAvoid: [], flow: [], blockers: [], keyMoments: [], ideal: null, course: null, listening: null,
  numbers: { durationMs: 9_000, wordsPerMinute: null, talkRatio: 0, medianResponseMs: null, interruptions: 0, deadAirMs: 0, holdMs: 0, longestMonologueMs: 0, traineeUtterances: 0, overlapsMeasured: true, interruptedByPatient: 0, overlapMs: 0, voice: [], otherVoice: [] },
  notes: ['The call lasted nine seconds. A debrief needs at least three things that you said.'],
  practiseNext: 'Ring Priya Nair again and stay on the line.',
}

export const debriefs: Record<string, Debrief> = { [judgedCallId]: judged, [shortCallId]: tooShort }

export function debriefOf(callId: string): Debrief | undefined {
  const call = calls.find((one) => one.id === callId)
  return debriefs[callId] ?? (call?.overall ? { ...judged, callId, overall: call.overall, letter: call.letter } : undefined)
}

const points = (scores: number[]) =>
  scores.map((score, n) => ({ callId: calls[n]?.id ?? judgedCallId, at: new Date(Date.UTC(2026, 10, 1 + n * 2)).toISOString(), score }))

export const progress: Progress = {
  categories: [
    { category: 'tone', direction: 'improving', points: points([58, 62, 66, 70, 71, 78]), drivers: [{ driver: 'coldness', change: 12 }, { driver: 'warmth', change: 4 }] },
    { category: 'empathy', direction: 'improving', points: points([41, 55, 52, 66, 70, 74]), drivers: [] },
    { category: 'scriptAdherence', direction: 'stable', points: points([66, 70, 65, 69, 67, 68]), drivers: [] },
    { category: 'timing', direction: 'declining', points: points([74, 72, 70, 66, 63, 61]), drivers: [] },
    { category: 'problemSolving', direction: 'stable', points: points([77, 79, 78, 82, 79, 80]), drivers: [] },
    { category: 'professionalism', direction: 'notEnough', points: points([84]), drivers: [] },
  ],
  overall: points([55, 61, 58, 66, 69, 71]),
  next: { scenarioId: 'not-in-network', title: 'Is he in my network?', difficulty: 'advanced', why: 'Timing is what you lose most points on; this caller leaves long pauses and hates being cut short.' },
  unfinished: calls.filter((call) => call.canContinue),
}
