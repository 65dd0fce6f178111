import { expect, it } from 'vitest'
import { emptyCall, type CallView } from '@/realtime/session/callView'
import type { CallSnapshot } from '@/realtime/session/LiveCall'
import { hubPath } from '@/realtime/webrtc/pathView'
import { CallProblem } from '@/realtime/hub/callProblem'
import { statusOf } from './statusOf'

const microphone = { status: 'live', deviceId: 'm', label: 'Headset', mutedOutside: false, fellBack: false } as const
const speaking = (...parties: ('patient' | 'trainee')[]): Partial<CallView> => ({
  speaking: { patient: parties.includes('patient'), trainee: parties.includes('trainee'), supervisor: false },
})

const say = (part: Partial<CallSnapshot> = {}, view: Partial<CallView> = {}) =>
  statusOf(
    { callId: 'c', stage: 'live', connection: { is: 'connected' }, view: { ...emptyCall, status: 'live', ...view }, microphone, muted: false, serverListens: true, path: hubPath, soundBlocked: false, endedHere: false, refused: null, ...part },
    'Rosa',
  ).text

it.each([
  ['ringing', { stage: 'ringing' }, {}, 'Ringing Rosa'],
  ['the trainee’s turn', {}, {}, 'Your turn'],
  ['the patient speaking', {}, speaking('patient'), 'Rosa is speaking'],
  ['both speaking', {}, speaking('patient', 'trainee'), 'You are both speaking.'],
  ['an interruption', {}, { ...speaking('trainee'), interrupted: 3 }, 'You interrupted. Go on.'],
  ['the patient thinking', {}, { thinking: true }, 'Rosa is thinking'],
  ['dead air', {}, { deadAirMs: 8200 }, 'Nobody has spoken for 8 seconds.'],
  ['hold', {}, { onHold: true, ...speaking('trainee') }, 'Rosa is on hold and hears nothing.'],
  ['mute', { muted: true }, {}, 'You are muted. Rosa does not hear you.'],
  ['a lost microphone', { microphone: { status: 'lost' } }, {}, 'Your microphone is gone. Plug it in again; until then, type.'],
  ['a switched-off microphone', { microphone: { ...microphone, mutedOutside: true } }, {}, 'No sound arrives from your microphone. Look for a mute switch on the headset.'],
  ['typing', { microphone: { status: 'off' }, serverListens: false }, {}, 'Your turn: type what you would say'],
  ['no recogniser', { serverListens: false }, {}, 'This server cannot write down speech. Type what you would say.'],
  ['a refusal', { refused: new CallProblem('textTooLong', 'That is too long.') }, {}, 'That is too long.'],
  ['no connection, whatever else', { stage: 'reconnecting', muted: true }, speaking('patient'), 'The connection is lost. Trying again.'],
] as [string, Partial<CallSnapshot>, Partial<CallView>, string][])('tells of %s', (_, part, view, text) => {
  expect(say(part, view)).toBe(text)
})
