import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MicrophoneState } from '../capture/Microphone'
import { Emitter } from '../Emitter'
import { CallProblem } from '../hub/callProblem'
import type { OpenOpus } from '../capture/OpusUpload'
import type { CallHub, CallHubListener } from '../hub/callHub'
import type { AudioListener, AudioUpload, OpusStream } from '../hub/streams'
import type { AudioPacket, CallEvent, CallState, HubMethods, PlayedPosition } from '../hub/contract'
import { LiveCall } from './LiveCall'
import type { PatientVoice } from './PatientVoice'

const live = { status: 'live', deviceId: 'm', label: 'Headset', mutedOutside: false, fellBack: false } as const
const request = { scenarioId: 'bill', difficulty: 'beginner', seed: null, voice: true } as const
const placed = { type: 'callPlaced', scenarioId: 'bill', scenarioTitle: 'A bill', patientName: 'Rosa', difficulty: 'beginner', seed: 1, seq: 1, atMs: 0 } as const
const answered = { type: 'callAnswered', seq: 2, atMs: 2000 } as const
const spoken = (seq: number, utterance: number): CallEvent => ({
  type: 'utteranceSpoken', party: 'patient', utterance, text: `Line ${utterance}`, startMs: 0, endMs: 1000, typed: false, confidence: 1, interruptedOther: false, words: [], goesOnFrom: null, voice: null, seq, atMs: 0,
})
const state = (part: Partial<CallState> = {}): CallState => ({ callId: 'c1', status: 'live', nowMs: 5000, serverSpeaks: true, serverListens: true, webRtc: null, opus: false, events: [placed, answered], ...part })

class FakeHub implements CallHub {
  listener: CallHubListener | null = null
  readonly calls: [string, ...unknown[]][] = []
  answer: Partial<{ [M in keyof HubMethods]: () => ReturnType<HubMethods[M]> }> = {}
  readonly uploads: { packets: AudioPacket[]; open: boolean; fail: (problem: CallProblem) => void }[] = []
  readonly downloads: { listener: AudioListener; open: boolean }[] = []
  closed = 0

  async open(listener: CallHubListener) {
    this.listener = listener
  }

  async close() {
    this.closed++
  }

  async invoke<M extends keyof HubMethods>(method: M, ...args: Parameters<HubMethods[M]>): Promise<ReturnType<HubMethods[M]>> {
    this.calls.push([method, ...args])
    const answer = this.answer[method] as (() => ReturnType<HubMethods[M]>) | undefined
    return answer?.() as ReturnType<HubMethods[M]>
  }

  sendAudio(_callId: string, fail: (problem: CallProblem) => void): AudioUpload {
    const upload = { packets: [] as AudioPacket[], open: true, fail }
    this.uploads.push(upload)
    return { send: (packet) => upload.open && upload.packets.push(packet) > 0, close: () => (upload.open = false) }
  }

  readonly supervisors: { listener: AudioListener; open: boolean }[] = []

  receiveSupervisor(_callId: string, listener: AudioListener) {
    const stream = { listener, open: true }
    this.supervisors.push(stream)
    return () => (stream.open = false)
  }

  readonly opus: ((problem: CallProblem) => void)[] = []

  sendOpus(_callId: string, fail: (problem: CallProblem) => void): OpusStream {
    this.opus.push(fail)
    return { usable: true, send: () => true, close: () => undefined }
  }

  receiveAudio(_callId: string, listener: AudioListener) {
    const download = { listener, open: true }
    this.downloads.push(download)
    return () => (download.open = false)
  }
}

class FakeVoice implements PatientVoice {
  serverSpeaks = true
  blocked = false
  readonly played = new Emitter<PlayedPosition>()
  readonly blockedChanged = new Emitter<boolean>()
  readonly did: string[] = []
  async unblock() {}
  ringing(on: boolean) {
    this.did.push(on ? 'ring' : 'ring off')
  }
  listenTo(stream: MediaStream | null) {
    if (stream) this.did.push('listen')
  }
  hungUp() {
    this.did.push('hung up')
  }
  play(packet: AudioPacket) {
    this.did.push(`play ${packet.utterance}`)
  }
  speak({ utterance }: { utterance: number }) {
    this.did.push(`speak ${utterance}`)
  }
  flush(utterance: number) {
    this.did.push(`flush ${utterance}`)
  }
  dispose() {}
}

class FakeMicrophone {
  state: MicrophoneState = live
  readonly changed = new Emitter<MicrophoneState>()
  readonly frames = new Emitter<Int16Array<ArrayBuffer>>()
  open = async () => this.become(live)
  dispose() {}
  become(next: MicrophoneState) {
    this.state = next
    this.changed.emit(next)
    return next
  }
  hear(frames: number) {
    for (let i = 0; i < frames; i++) this.frames.emit(new Int16Array(320).fill(9))
  }
}

function setUp() {
  const clock = { ms: 0 }
  const [hub, voice, microphone] = [new FakeHub(), new FakeVoice(), new FakeMicrophone()]
  hub.answer.Start = () => state({ status: 'ringing', nowMs: 0, events: [placed] })
  hub.answer.Resume = () => state()
  const ear = { played: 0, open: async () => {}, play: () => void ear.played++, silence: () => {}, dispose: () => {} }
  const call = new LiveCall({ hub, voice, microphone, now: () => clock.ms, makeEar: () => ear })
  return { call, hub, voice, microphone, clock, ear, happen: (event: CallEvent) => hub.listener?.happened(event) }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))
const said = (upload: { packets: AudioPacket[] } | undefined) => upload?.packets.map((packet) => packet.offset / 320)

describe('a call that is placed', () => {
  it('rings, opens both streams, and stops ringing when the patient answers', async () => {
    const { call, hub, voice, happen } = setUp()
    expect(await call.place(request)).toBe('c1')
    expect(call.snapshot).toMatchObject({ stage: 'ringing', callId: 'c1' })
    expect([hub.uploads.length, hub.downloads.length]).toEqual([1, 1])
    expect(voice.did).toEqual(['ring'])
    happen(answered)
    expect(call.snapshot.stage).toBe('live')
    expect(voice.did.at(-1)).toBe('ring off')
  })

  it('tells why when the server will not', async () => {
    const { call, hub } = setUp()
    hub.answer.Start = () => {
      throw new CallProblem('tooManyCalls', 'Full.')
    }
    await expect(call.place(request)).rejects.toMatchObject({ code: 'tooManyCalls' })
  })

  it('opens no microphone stream without a microphone, and opens one when there is one', async () => {
    const { call, hub, microphone } = setUp()
    microphone.become({ status: 'off' })
    await call.place({ ...request, voice: false })
    expect(hub.uploads).toHaveLength(0)
    microphone.become(live)
    expect(hub.uploads).toHaveLength(1)
  })

  it('speaks with the browser’s voice where the server has none, and asks for no audio', async () => {
    const { call, hub, voice, happen } = setUp()
    hub.answer.Start = () => state({ serverSpeaks: false })
    await call.place(request)
    happen(spoken(3, 1))
    expect(hub.downloads).toHaveLength(0)
    expect(voice).toMatchObject({ serverSpeaks: false })
    expect(voice.did).toContain('speak 1')
  })
})

describe('the microphone as Opus', () => {
  function setUpOpus(part: Partial<CallState>) {
    const made = setUp()
    const encoders: { packets: AudioPacket[]; fail: () => void }[] = []
    const open: OpenOpus = (_stream, fail) => {
      const packets: AudioPacket[] = []
      encoders.push({ packets, fail })
      return { send: (packet) => packets.push(packet) > 0, close: () => undefined }
    }
    made.hub.answer.Start = () => state({ events: [placed, answered], ...part })
    made.hub.answer.Resume = made.hub.answer.Start
    const call = new LiveCall({ hub: made.hub, voice: made.voice, microphone: made.microphone, now: () => made.clock.ms, opus: Promise.resolve(open) })
    return { ...made, call, encoders }
  }

  it('goes up where server and browser can, and says so', async () => {
    const { call, hub, microphone, encoders } = setUpOpus({ opus: true })
    await call.place(request)
    microphone.hear(2)
    expect(said(encoders[0])).toEqual([0, 1])
    expect([hub.uploads.length, call.snapshot.path.codec]).toEqual([0, 'opus'])
  })

  it('is not sent to a server that does not take it', async () => {
    const { call, hub, encoders } = setUpOpus({ opus: false })
    await call.place(request)
    expect([hub.uploads.length, encoders.length, call.snapshot.path.codec]).toEqual([1, 0, undefined])
  })

  it('is encoded anew after a broken connection, from the first that may be missing', async () => {
    const { call, hub, microphone, encoders } = setUpOpus({ opus: true })
    await call.place(request)
    microphone.hear(3)
    hub.listener?.reconnecting()
    microphone.hear(2)
    hub.listener?.reconnected()
    await settled()
    microphone.hear(1)
    expect(said(encoders[1])).toEqual([0, 1, 2, 3])
  })

  it('that the encoder gives up goes on uncompressed, with nothing left out', async () => {
    const { call, hub, microphone, encoders } = setUpOpus({ opus: true })
    await call.place(request)
    microphone.hear(3)
    encoders[0]?.fail()
    microphone.hear(1)
    expect(said(hub.uploads[0])).toEqual([0, 1, 2, 3])
    expect(call.snapshot).toMatchObject({ refused: null, path: { via: 'hub' } })
    expect(call.snapshot.path.codec).toBeUndefined()
  })

  it('that the server cannot read goes on uncompressed; another refusal is shown', async () => {
    const { call, hub } = setUpOpus({ opus: true })
    await call.place(request)
    hub.opus[0]?.(new CallProblem('audioNotOpus', 'Not Opus.'))
    expect(hub.uploads).toHaveLength(1)
    expect(call.snapshot.refused).toBeNull()

    const other = setUpOpus({ opus: true })
    await other.call.place(request)
    other.hub.opus[0]?.(new CallProblem('audioTooFast', 'Too fast.'))
    expect(other.hub.uploads).toHaveLength(0)
    expect(other.call.snapshot.refused?.code).toBe('audioTooFast')
  })
})

describe('the microphone', () => {
  it('goes up frame by frame', async () => {
    const { call, hub, microphone } = setUp()
    await call.place(request)
    microphone.hear(3)
    expect(said(hub.uploads[0])).toEqual([0, 1, 2])
    expect(hub.uploads[0]?.packets[0]?.pcm.some((sample) => sample !== 0)).toBe(true)
  })

  it('sends silence while muted, at once', async () => {
    const { call, hub, microphone } = setUp()
    await call.place(request)
    void call.mute(true)
    microphone.hear(1)
    expect(hub.uploads[0]?.packets[0]?.pcm.some((sample) => sample !== 0)).toBe(false)
    expect(hub.calls).toContainEqual(['Mute', 'c1', true])
  })

  it('sends silence on hold', async () => {
    const { call, hub, microphone, happen } = setUp()
    await call.place(request)
    happen(answered)
    happen({ type: 'holdChanged', onHold: true, seq: 3, atMs: 1 })
    microphone.hear(1)
    expect(hub.uploads[0]?.packets[0]?.pcm.some((sample) => sample !== 0)).toBe(false)
  })

  it('that was away for a second leaves a second’s gap', async () => {
    const { call, hub, microphone, clock } = setUp()
    await call.place(request)
    microphone.hear(1)
    microphone.become({ status: 'lost' })
    clock.ms += 1000
    microphone.become(live)
    microphone.hear(1)
    expect(said(hub.uploads[0])).toEqual([0, 51])
  })
})

describe('a connection that breaks', () => {
  it('is rebuilt: the call is resumed from the last event seen, and nothing is said twice', async () => {
    const { call, hub, voice, clock, happen } = setUp()
    await call.place(request)
    happen(answered)
    happen(spoken(3, 1))
    clock.ms = 700
    hub.listener?.reconnecting()
    expect(call.snapshot).toMatchObject({ stage: 'reconnecting', connection: { sinceMs: 700 } })
    hub.answer.Resume = () => state({ events: [spoken(4, 2)] })
    hub.listener?.reconnected()
    await settled()
    happen(spoken(4, 2))
    expect(hub.calls).toContainEqual(['Resume', 'c1', 3])
    expect(call.snapshot).toMatchObject({ stage: 'live' })
    expect(call.snapshot.view.lines.map((line) => line.text)).toEqual(['Line 1', 'Line 2'])
    expect(voice.did.filter((what) => what === 'speak 2')).toHaveLength(0)
    expect(hub.downloads.map((download) => download.open)).toEqual([false, true])
  })

  it('catches up with what was said meanwhile, four packets for each new one', async () => {
    const { call, hub, microphone } = setUp()
    await call.place(request)
    microphone.hear(2)
    hub.listener?.reconnecting()
    microphone.hear(8)
    hub.listener?.reconnected()
    await settled()
    microphone.hear(1)
    expect(said(hub.uploads[1])).toEqual([0, 1, 2, 3])
    microphone.hear(2)
    expect(said(hub.uploads[1])).toEqual([...Array(12).keys()])
  })

  it('for good, fails with a way to try again', async () => {
    const { call, hub } = setUp()
    await call.place(request)
    hub.listener?.closed(new CallProblem('serverGone', 'Gone.'))
    expect(call.snapshot).toMatchObject({ stage: 'failed', connection: { problem: { code: 'serverGone' } } })
    await call.resume('c1')
    expect(call.snapshot.stage).toBe('live')
  })

  it('finds the call interrupted when the server was started anew, and goes on from its log', async () => {
    const { call, hub } = setUp()
    await call.place(request)
    hub.answer.Resume = () => state({ status: 'interrupted', events: [answered] })
    hub.listener?.reconnecting()
    hub.listener?.reconnected()
    await settled()
    expect(call.snapshot.stage).toBe('interrupted')
    expect(hub.uploads.at(-1)?.open).toBe(false)
    hub.answer.Continue = () => state({ events: [{ type: 'callContinued', seq: 3, atMs: 6000 }] })
    await call.goOn()
    expect(call.snapshot.stage).toBe('live')
    expect(hub.uploads.at(-1)?.open).toBe(true)
  })
})

describe('a server that lost its last second in a crash', () => {
  it('is believed: the call is read again from the start', async () => {
    const { call, hub, happen } = setUp()
    await call.place(request)
    happen(answered)
    happen(spoken(3, 1))
    hub.answer.Resume = () => {
      hub.answer.Resume = () => state({ status: 'interrupted' })
      throw new CallProblem('seqOutOfRange', 'Another state.')
    }
    hub.listener?.reconnecting()
    hub.listener?.reconnected()
    await settled()
    expect(hub.calls.slice(-2)).toEqual([['Resume', 'c1', 3], ['Resume', 'c1', 0]])
    expect(call.snapshot).toMatchObject({ stage: 'interrupted', view: { lines: [] } })
  })
})

describe('events', () => {
  it('that are missing are asked for', async () => {
    const { call, hub, happen } = setUp()
    await call.place(request)
    hub.answer.Resume = () => state({ events: [answered, spoken(3, 1)] })
    happen(spoken(4, 2))
    await settled()
    expect(call.snapshot.view.lines.map((line) => line.utterance)).toEqual([1, 2])
  })

  it('of a call joined by its address are all folded, and none is acted upon', async () => {
    const { call, hub, voice } = setUp()
    hub.answer.Resume = () => state({ serverSpeaks: false, events: [placed, answered, spoken(3, 1)] })
    await call.resume('c1')
    expect(hub.calls).toContainEqual(['Resume', 'c1', 0])
    expect(call.snapshot.view.lines).toHaveLength(1)
    expect(voice.did).not.toContain('speak 1')
  })

  it('end the call: both streams close, the line is heard to be closed', async () => {
    const { call, hub, voice, happen } = setUp()
    await call.place(request)
    happen(answered)
    happen({ type: 'callEnded', reason: 'patientHungUp', text: 'She hung up.', seq: 3, atMs: 9000 })
    expect(call.snapshot).toMatchObject({ stage: 'ended', view: { ended: { reason: 'patientHungUp' } } })
    expect([hub.uploads[0]?.open, hub.downloads[0]?.open]).toEqual([false, false])
    expect(voice.did).toContain('hung up')
    hub.listener?.closed(new CallProblem('serverGone', 'Gone.'))
    expect(call.snapshot.stage).toBe('ended')
  })
})

describe('the patient’s voice', () => {
  it('is played as it comes, and silent when the server says so', async () => {
    const { call, hub, voice } = setUp()
    await call.place(request)
    hub.downloads[0]?.listener.packet({ seq: 0, utterance: 1, offset: 0, pcm: new Int16Array() })
    hub.listener?.flushAudio(1)
    expect(voice.did.slice(-2)).toEqual(['play 1', 'flush 1'])
  })

  it('is reported as it is heard', async () => {
    const { call, hub, voice } = setUp()
    await call.place(request)
    const position = { utterance: 1, samplesPlayed: 320, firstSoundAgoMs: 12, underruns: 0 }
    voice.played.emit(position)
    expect(hub.calls).toContainEqual(['Played', 'c1', position])
  })
})

describe('a supervisor', () => {
  const speaks = (mode: 'listen' | 'whisper' | 'barge' | null, seq: number): CallEvent => ({ type: 'supervisionChanged', seq, atMs: 900, visitId: 'v1', name: 'Ruth', mode, shown: true })

  it('is heard by a stream of its own for as long as they speak, and not while they listen', async () => {
    const { call, hub, happen, ear } = setUp()
    await call.place(request)
    happen(answered)
    happen(speaks('listen', 3))
    expect(hub.supervisors).toHaveLength(0)
    happen(speaks('whisper', 4))
    happen(speaks('barge', 5))
    hub.supervisors[0]?.listener.packet({ seq: 0, utterance: 0, offset: 0, pcm: new Int16Array(320) })
    expect([hub.supervisors.length, ear.played]).toEqual([1, 1])
    happen(speaks(null, 6))
    expect(hub.supervisors[0]?.open).toBe(false)
  })

  it('who still speaks is heard again when the connection comes back', async () => {
    const { call, hub, happen } = setUp()
    await call.place(request)
    happen(answered)
    happen(speaks('barge', 3))
    hub.listener?.reconnecting()
    hub.listener?.reconnected()
    await settled()
    expect(hub.supervisors.map((stream) => stream.open)).toEqual([false, true])
  })
})

describe('a call taken over', () => {
  it('by another machine falls silent here, and comes back when asked', async () => {
    const { call, hub } = setUp()
    await call.place(request)
    hub.listener?.happened({ type: 'noticeShown', code: 'takenOver', text: 'Another window.', seq: 0, atMs: 0 })
    expect(call.snapshot.stage).toBe('elsewhere')
    expect(hub.uploads[0]?.open).toBe(false)
    expect(hub.closed).toBe(1)
    await call.resume('c1')
    expect(call.snapshot.stage).toBe('live')
  })

  it('does not exist for this person: it says so', async () => {
    const { call, hub } = setUp()
    hub.answer.Resume = () => {
      throw new CallProblem('callNotFound', 'None.')
    }
    await call.resume('c2')
    expect(call.snapshot).toMatchObject({ stage: 'failed', connection: { problem: { code: 'callNotFound' } } })
  })
})

describe('what the trainee asks for', () => {
  it('and is refused is said, until the next thing is asked', async () => {
    const { call, hub } = setUp()
    await call.place(request)
    hub.answer.Say = () => {
      throw new CallProblem('textTooLong', 'Too long.')
    }
    expect(await call.say('x')).toBe(false)
    expect(call.snapshot.refused).toMatchObject({ code: 'textTooLong' })
    hub.answer.Hint = () => 'Ask for her name.'
    expect(await call.hint()).toBe('Ask for her name.')
    expect(call.snapshot.refused).toBeNull()
  })
})

describe('a call whose server has a WebRTC gateway', () => {
  const figures = { roundTripMs: 20, jitterMs: 3, packetsReceived: 0, packetsLost: 0, played: null }
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function withLink() {
    const made = setUp()
    const { hub, voice, microphone, clock } = made
    const link = { connected: true, failed: false, voice: {} as MediaStream, offer: async () => 'offer', accept: async () => undefined, use: () => undefined, silence: () => undefined, figures: async () => ({ ...figures, packetsReceived: clock.ms }), close: () => undefined }
    const ack = { heardUpTo: 0, inUse: 'webRtc' as 'webRtc' | 'hub', lateFrames: null, underruns: 0 }
    Object.assign(microphone, { track: {} as MediaStreamTrack })
    hub.answer.Start = () => state({ webRtc: { iceServers: [] } })
    hub.answer.NegotiateAudio = () => ({ sdp: 'answer' })
    hub.answer.UseWebRtc = () => ack
    hub.answer.ReportAudio = () => ack
    const call = new LiveCall({ hub, voice, microphone, now: () => clock.ms, openLink: () => link })
    const passes = async (ms: number) => {
      for (let at = 0; at < ms; at += 20) {
        clock.ms += 20
        microphone.hear(1)
        await vi.advanceTimersByTimeAsync(20)
      }
    }
    return { ...made, call, ack, passes }
  }

  it('closes the hub’s streams once the sound goes over WebRTC', async () => {
    const { call, hub, voice, passes } = withLink()
    await call.place(request)
    expect([hub.uploads.at(-1)?.open, hub.downloads.at(-1)?.open]).toEqual([true, true])
    await passes(1_000)
    expect([hub.uploads.at(-1)?.open, hub.downloads.at(-1)?.open]).toEqual([false, false])
    expect(voice.did).toContain('listen')
    expect(call.snapshot.path).toMatchObject({ via: 'webRtc', roundTripMs: 20 })
  })

  it('goes back to them with everything that the server has not heard', async () => {
    const { call, hub, ack, passes } = withLink()
    await call.place(request)
    await passes(1_000)
    ack.heardUpTo = 320 * 40
    await passes(400)
    ack.inUse = 'hub'
    await passes(400)
    expect(call.snapshot.path.via).toBe('hub')
    expect(hub.downloads.at(-1)?.open).toBe(true)
    const offsets = said(hub.uploads.at(-1)) ?? []
    expect(offsets[0]).toBe(40)
    expect(offsets).toEqual(offsets.map((_, n) => 40 + n))
  })
})
