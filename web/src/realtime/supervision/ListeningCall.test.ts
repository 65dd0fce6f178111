import { describe, expect, it } from 'vitest'
import type { MicrophoneState } from '../capture/Microphone'
import { Emitter } from '../Emitter'
import type { AudioListener, AudioUpload } from '../hub/streams'
import { CallProblem } from '../hub/callProblem'
import type { AudioPacket, CallEvent } from '../hub/contract'
import type { SupervisedState, SupervisionMethods, SupervisionState } from './contract'
import { FakeLink } from '../webrtc/FakeLink'
import { ListeningCall } from './ListeningCall'
import type { SupervisionHub, SupervisionListener } from './supervisionHub'

const said = (seq: number, text: string): CallEvent => ({
  type: 'utteranceSpoken', seq, atMs: seq * 100, party: 'trainee', utterance: seq, text, startMs: seq * 100, endMs: seq * 100, typed: false, confidence: 1, interruptedOther: false, words: [], goesOnFrom: null, voice: null,
})
const ended: CallEvent = { type: 'callEnded', seq: 3, atMs: 900, reason: 'traineeHungUp', text: 'You hung up.' }
const state = (events: CallEvent[], more: Partial<SupervisedState> = {}): SupervisedState => ({
  callId: 'c1', visitId: 'v1', status: 'live', nowMs: 1000, trainee: 'Maya', patient: 'Denise', scenarioTitle: 'Billed twice', difficulty: 'beginner', shown: true, events, webRtc: null, ...more,
})

class FakeHub implements SupervisionHub {
  listener: SupervisionListener | null = null
  readonly calls: [string, ...unknown[]][] = []
  answer: Partial<{ [M in keyof SupervisionMethods]: () => ReturnType<SupervisionMethods[M]> }> = { Listen: () => state([said(1, 'hello')]) }
  readonly hears: { listener: AudioListener; open: boolean }[] = []
  readonly voices: { packets: AudioPacket[]; open: boolean; over: (problem: CallProblem | null) => void }[] = []

  async open(listener: SupervisionListener) {
    this.listener = listener
  }

  async close() {}

  async invoke<M extends keyof SupervisionMethods>(method: M, ...args: Parameters<SupervisionMethods[M]>): Promise<ReturnType<SupervisionMethods[M]>> {
    this.calls.push([method, ...args])
    const answer = this.answer[method] as (() => ReturnType<SupervisionMethods[M]>) | undefined
    return answer?.() as ReturnType<SupervisionMethods[M]>
  }

  hear(_callId: string, listener: AudioListener) {
    const stream = { listener, open: true }
    this.hears.push(stream)
    return () => (stream.open = false)
  }

  speak(_callId: string, over: (problem: CallProblem | null) => void): AudioUpload {
    const voice = { packets: [] as AudioPacket[], open: true, over }
    this.voices.push(voice)
    return { send: (packet) => voice.open && voice.packets.push(packet) > 0, close: () => (voice.open = false) }
  }
}

class FakeMicrophone {
  state: MicrophoneState = { status: 'off' }
  readonly changed = new Emitter<MicrophoneState>()
  readonly frames = new Emitter<Int16Array<ArrayBuffer>>()
  track = {} as MediaStreamTrack
  opened = 0
  open = async () => {
    this.opened++
    return this.become({ status: 'live', deviceId: 'm', label: 'Headset', mutedOutside: false, fellBack: false })
  }
  close = () => void this.become({ status: 'off' })
  dispose() {}
  private become(next: MicrophoneState) {
    this.state = next
    this.changed.emit(next)
    return next
  }
}

const mode = (part: Partial<SupervisionState>): SupervisionState => ({ mode: 'listen', shown: true, recognised: false, ...part })

function setUp() {
  const hub = new FakeHub()
  const microphone = new FakeMicrophone()
  const played: Int16Array[] = []
  const remote: (MediaStream | null)[] = []
  const later: (() => void)[] = []
  const link = new FakeLink()
  const ear = { open: async () => {}, play: (pcm: Int16Array) => void played.push(pcm), playRemote: (stream: MediaStream | null) => void remote.push(stream), silence: () => {}, unblock: async () => {}, dispose: () => {}, blocked: false, blockedChanged: new Emitter<boolean>() }
  const after = (_: number, then: () => void) => {
    later.push(then)
    return () => {}
  }
  return { hub, microphone, played, remote, later, link, call: new ListeningCall('c1', { hub, ear, microphone, openLink: () => link, now: () => 0, after }) }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('listening', () => {
  it('brings the log so far and the voices, and opens no microphone', async () => {
    const { call, hub, microphone, played } = setUp()
    await call.open()
    hub.hears[0]?.listener.packet({ seq: 0, utterance: 0, offset: 0, pcm: new Int16Array(640) })
    hub.listener?.happened?.('c1', said(2, 'how can I help'))
    hub.listener?.happened?.('other', said(3, 'not this call'))
    expect(call.snapshot.stage).toEqual({ is: 'listening' })
    expect(call.snapshot.view.lines.map((line) => line.text)).toEqual(['hello', 'how can I help'])
    expect(played).toHaveLength(1)
    expect(microphone.opened).toBe(0)
  })

  it('goes on from where it was when the connection comes back', async () => {
    const { call, hub } = setUp()
    await call.open()
    hub.listener?.reconnecting()
    expect(call.snapshot.stage).toEqual({ is: 'reconnecting' })
    hub.answer.Listen = () => state([said(2, 'missed')])
    hub.listener?.reconnected()
    await settled()
    expect(hub.calls.at(-1)).toEqual(['Listen', 'c1', 1])
    expect(call.snapshot.view.lines.map((line) => line.text)).toEqual(['hello', 'missed'])
    expect(hub.hears.map((stream) => stream.open)).toEqual([false, true])
  })

  it('waits for a call that broke off, and is in it again when it goes on', async () => {
    const { call, hub, later } = setUp()
    await call.open()
    hub.answer.Listen = () => {
      throw new CallProblem('callNotRunning', 'This call is not running.')
    }
    hub.listener?.dismissed?.('c1', new CallProblem('callInterrupted', 'The server stopped.'))
    expect(call.snapshot.stage).toMatchObject({ is: 'waiting' })
    later.pop()?.()
    await settled()
    expect(call.snapshot.stage).toMatchObject({ is: 'waiting' })
    hub.answer.Listen = () => state([said(2, 'again')])
    later.pop()?.()
    await settled()
    expect(call.snapshot.stage).toEqual({ is: 'listening' })
  })

  it('reads the log from its start where a crash has made it shorter', async () => {
    const { call, hub } = setUp()
    await call.open()
    let asked = 0
    hub.answer.Listen = () => {
      if (asked++ === 0) throw new CallProblem('seqOutOfRange', 'Another state.')
      return state([said(1, 'hello')])
    }
    hub.listener?.reconnected()
    await settled()
    expect(hub.calls.slice(-2)).toEqual([['Listen', 'c1', 1], ['Listen', 'c1', 0]])
    expect(call.snapshot.view.lines.map((line) => line.text)).toEqual(['hello'])
  })

  it('says that the role is gone, and is over when the call is', async () => {
    const { call, hub } = setUp()
    await call.open()
    hub.listener?.dismissed?.('c1', new CallProblem('roleTakenAway', 'You are not a supervisor any more.'))
    expect(call.snapshot.stage).toMatchObject({ is: 'failed', problem: { code: 'roleTakenAway' } })
    await call.open()
    hub.listener?.happened?.('c1', said(2, 'bye'))
    hub.listener?.happened?.('c1', ended)
    expect(call.snapshot.stage).toEqual({ is: 'ended' })
  })
})

describe('being heard', () => {
  it('opens the microphone for a whisper and closes it with the hand back', async () => {
    const { call, hub, microphone } = setUp()
    await call.open()
    hub.answer.SetMode = () => mode({ mode: 'whisper' })
    await call.setMode('whisper', null)
    microphone.frames.emit(new Int16Array(320))
    microphone.frames.emit(new Int16Array(320))
    expect(hub.voices[0]?.packets.map((packet) => packet.offset)).toEqual([0, 320])
    hub.answer.SetMode = () => mode({ mode: 'listen' })
    await call.setMode('listen', null)
    expect(hub.voices[0]?.open).toBe(false)
    expect(microphone.state.status).toBe('off')
    expect(call.snapshot.part.mode).toBe('listen')
  })

  it('leaves it closed where nobody can write down what is said into the call', async () => {
    const { call, hub, microphone } = setUp()
    await call.open()
    hub.answer.SetMode = () => mode({ mode: 'barge', recognised: false })
    await call.setMode('barge', null)
    expect([microphone.opened, hub.voices.length]).toEqual([0, 0])
    expect(call.snapshot.part.mode).toBe('barge')
  })

  it('stays with listening where the server refuses, and says why', async () => {
    const { call, hub, microphone } = setUp()
    await call.open()
    hub.answer.SetMode = () => {
      throw new CallProblem('otherSpeaks', 'Tom is speaking in this call.')
    }
    await call.setMode('whisper', null)
    expect(call.snapshot).toMatchObject({ part: { mode: 'listen' }, refused: { code: 'otherSpeaks' } })
    expect(microphone.opened).toBe(0)
  })

  it('is over with the connection', async () => {
    const { call, hub, microphone } = setUp()
    await call.open()
    hub.answer.SetMode = () => mode({ mode: 'whisper' })
    await call.setMode('whisper', null)
    hub.listener?.reconnecting()
    expect(microphone.state.status).toBe('off')
    hub.listener?.reconnected()
    await settled()
    expect(call.snapshot.part.mode).toBe('listen')
  })
})

describe('over WebRTC', () => {
  const connected = async () => {
    const set = setUp()
    set.hub.answer.Listen = () => state([said(1, 'hello')], { webRtc: { iceServers: [] } })
    set.hub.answer.NegotiateAudio = () => ({ sdp: 'answer' })
    await set.call.open()
    await settled()
    set.link.connect()
    set.later.pop()?.()
    await settled()
    return set
  }

  it('the call is heard from the browser itself, and the stream is closed', async () => {
    const { call, hub, link, remote, microphone } = await connected()
    expect(call.snapshot.via).toBe('webRtc')
    expect(remote.at(-1)).toBe(link.voice)
    expect(hub.hears.map((stream) => stream.open)).toEqual([false])
    expect(microphone.opened).toBe(0)
    expect(link.track).toBeNull()
  })

  it('a whisper takes the microphone the same way, and gives it back', async () => {
    const { call, hub, link, microphone } = await connected()
    hub.answer.SetMode = () => mode({ mode: 'whisper' })
    await call.setMode('whisper', null)
    expect(link.track).toBe(microphone.track)
    expect(hub.voices).toHaveLength(0)
    hub.answer.SetMode = () => mode({ mode: 'listen' })
    await call.setMode('listen', null)
    expect(link.track).toBeNull()
    expect(microphone.state.status).toBe('off')
  })

  it('nothing of a whisper is sent while barging in is asked for', async () => {
    const { call, hub, link } = await connected()
    hub.answer.SetMode = () => mode({ mode: 'whisper' })
    await call.setMode('whisper', null)
    const sentMeanwhile: (MediaStreamTrack | null)[] = []
    hub.answer.SetMode = () => {
      sentMeanwhile.push(link.track)
      return mode({ mode: 'barge', recognised: true })
    }
    await call.setMode('barge', null)
    expect(sentMeanwhile).toEqual([null])
    expect(link.track).not.toBeNull()
  })

  it('both go on over the hub where nothing comes any more', async () => {
    const { call, hub, link, later, microphone } = await connected()
    hub.answer.SetMode = () => mode({ mode: 'whisper' })
    await call.setMode('whisper', null)
    link.failed = true
    later.pop()?.()
    await settled()
    microphone.frames.emit(new Int16Array(320))
    expect(call.snapshot.via).toBe('hub')
    expect(hub.hears.map((stream) => stream.open)).toEqual([false, true])
    expect(hub.voices[0]?.packets).toHaveLength(1)
  })
})
