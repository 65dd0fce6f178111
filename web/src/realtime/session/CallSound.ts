import type { MicrophoneState } from '../capture/Microphone'
import type { OpenOpus } from '../capture/OpusUpload'
import type { CallProblem } from '../hub/callProblem'
import type { CallState } from '../hub/contract'
import type { AudioUpload } from '../hub/streams'
import { SupervisorEar } from '../supervision/SupervisorEar'
import { AudioPaths } from '../webrtc/AudioPaths'
import type { PathView } from '../webrtc/pathView'
import type { CallParts, CallSnapshot } from './LiveCall'
import { MicrophoneUplink } from './MicrophoneUplink'

/** What the sound has to know of the call, and tells it. */
interface CallOfSound {
  snapshot: () => CallSnapshot
  pathChanged: (path: PathView) => void
  failed: (problem: CallProblem) => void
}

/** The server would take the same sound uncompressed. */
const opusTrouble = ['opusNotTaken', 'audioNotOpus']

/**
 * The sound of a call: the microphone up, the patient's voice down, over WebRTC or the hub, and a supervisor's voice beside it.
 */
export class CallSound {
  private readonly parts: CallParts
  private readonly call: CallOfSound
  private readonly uplink: MicrophoneUplink
  private readonly paths: AudioPaths
  private readonly supervisor: SupervisorEar | null
  private readonly unsubscribe: () => void
  private stopReceiving: (() => void) | null = null
  private openOpus: OpenOpus | null = null
  private sendsOpus = false
  private state: Omit<CallState, 'events'> | null = null

  constructor(parts: CallParts, call: CallOfSound) {
    this.parts = parts
    this.call = call
    this.uplink = new MicrophoneUplink(parts.now)
    this.paths = this.makePaths()
    this.supervisor = parts.makeEar ? new SupervisorEar(parts.hub, parts.makeEar) : null
    this.unsubscribe = parts.microphone.frames.on((frame) => this.uplink.hear(frame))
  }

  /** Finds out what this browser can encode. */
  async prepare(): Promise<void> {
    this.openOpus = (await this.parts.opus) ?? null
  }

  /** The call stands, anew or again. */
  attach(state: Omit<CallState, 'events'>): void {
    this.state = state
    this.silence()
    this.open()
    this.followSupervisor()
  }

  /** The connection broke. */
  detach(): void {
    this.closeStreams()
    this.supervisor?.follow(null)
  }

  /** Nothing more goes up; what is still coming may be heard. */
  stopSending(): void {
    this.uplink.detach()
  }

  /** The call is over for this page. */
  hangUp(): void {
    this.supervisor?.follow(null)
    this.paths.stop()
    this.closeStreams()
    this.parts.voice.listenTo(null)
    this.parts.voice.ringing(false)
  }

  dispose(): void {
    this.unsubscribe()
    this.supervisor?.dispose()
    this.parts.voice.dispose()
    this.parts.microphone.dispose()
  }

  /** Follows mute and hold. */
  silence(): void {
    const { muted, view } = this.call.snapshot()
    this.uplink.silenced = muted || view.onHold
    this.paths.silence(this.uplink.silenced)
  }

  /** Listens to a supervisor who speaks in the call, and only then. */
  followSupervisor(): void {
    const { callId, view } = this.call.snapshot()
    const speaks = this.isOn && view.visitors.some(({ mode }) => mode !== 'listen')
    this.supervisor?.follow(speaks ? callId : null)
  }

  microphoneBecame(microphone: MicrophoneState, was: MicrophoneState['status']): void {
    this.uplink.microphoneBecame(microphone)
    // A page that listens may be heard: browsers lift their ban on sound then.
    if (microphone.status === 'live' && this.call.snapshot().soundBlocked) void this.parts.voice.unblock()
    if (!this.isConnected) return
    if (microphone.status === 'live' && was !== 'live' && !this.uplink.isOpen && !this.paths.inUse) this.openUplink()
    this.beginPaths()
  }

  /** What came while the browser held the sound back is old; the server goes on from what was last heard. */
  unblocked(): void {
    const { callId, stage } = this.call.snapshot()
    if (callId && stage === 'live' && this.state?.serverSpeaks && !this.paths.inUse) this.receive(callId)
  }

  private get isOn(): boolean {
    const { stage } = this.call.snapshot()
    return stage === 'ringing' || stage === 'live'
  }

  private get isConnected(): boolean {
    return this.call.snapshot().connection.is === 'connected'
  }

  private open(): void {
    const { callId, stage } = this.call.snapshot()
    if (!callId || !this.isOn) return this.hangUp()
    this.parts.voice.ringing(stage === 'ringing')
    if (!this.paths.inUse) this.openStreams(callId)
    this.paths.tryAgain()
    this.beginPaths()
  }

  private openStreams(callId: string): void {
    if (this.state?.serverSpeaks) this.receive(callId)
    this.openUplink()
  }

  private closeStreams(): void {
    this.uplink.detach()
    this.stopReceiving?.()
    this.stopReceiving = null
  }

  private beginPaths(): void {
    const { callId, microphone } = this.call.snapshot()
    if (!callId || !this.isOn) return
    const track = microphone.status === 'live' ? (this.parts.microphone.track ?? null) : null
    this.paths.begin(callId, this.state?.webRtc ?? null, track)
  }

  private makePaths(): AudioPaths {
    const { hub, now, openLink, voice } = this.parts
    return new AudioPaths({
      hub,
      now,
      openLink: openLink ?? null,
      captured: () => this.uplink.captured,
      caughtUp: () => this.uplink.isCaughtUp,
      patientSpeaks: () => this.call.snapshot().view.speaking.patient,
      heardUpTo: (samples) => (this.uplink.heardUpTo = samples),
      toWebRtc: (stream) => {
        this.closeStreams()
        voice.listenTo(stream)
      },
      toHub: () => {
        voice.listenTo(null)
        const { callId } = this.call.snapshot()
        if (callId && this.isConnected) this.openStreams(callId)
      },
      changed: (path) => this.showPath(path),
    })
  }

  private showPath(path: PathView): void {
    this.call.pathChanged(path.via === 'hub' && this.sendsOpus ? { ...path, codec: 'opus' } : path)
  }

  private openUplink(): void {
    const { callId, microphone } = this.call.snapshot()
    if (!callId || microphone.status !== 'live' || !this.isOn) return
    const opus = this.state?.opus ? this.openOpus : null
    this.uplink.attach(opus ? this.opusUpload(callId, opus) : this.parts.hub.sendAudio(callId, (problem) => this.streamFailed(problem)))
    this.sendsOpus = opus !== null
    this.showPath(this.paths.view)
  }

  private opusUpload(callId: string, open: OpenOpus): AudioUpload {
    const stream = this.parts.hub.sendOpus(callId, (problem) => (opusTrouble.includes(problem.code) ? this.giveOpusUp() : this.streamFailed(problem)))
    return open(stream, () => this.giveOpusUp())
  }

  /** What went up is known to the server by its offsets; the rest goes up uncompressed. */
  private giveOpusUp(): void {
    this.openOpus = null
    if (this.uplink.isOpen && this.isConnected) this.openUplink()
  }

  private receive(callId: string): void {
    this.stopReceiving?.()
    this.stopReceiving = this.parts.hub.receiveAudio(callId, {
      packet: (packet) => this.parts.voice.play(packet),
      over: (problem) => problem && this.streamFailed(problem),
    })
  }

  private streamFailed(problem: CallProblem): void {
    // A broken connection is told by the hub itself, the end of the call by its event.
    if (problem.code !== 'serverGone' && problem.code !== 'callEnded') this.call.failed(problem)
  }
}
