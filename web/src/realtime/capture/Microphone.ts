import { measure, silentDbfs, type Level } from '../audio/level'
import { sampleRateHz } from '../audio/pcm'
import { Emitter } from '../Emitter'
import workletUrl from './capture.worklet.ts?worker&url'
import { microphonePermission, MicrophoneRefusal, obstacle, refusalOf, type RefusalKind } from './refusal'
import { SilenceWatch } from './SilenceWatch'

export type MicrophoneState =
  | { status: 'off' }
  | { status: 'asking' }
  | { status: 'live'; deviceId: string; label: string; /** Nothing at all arrives: a switch on the headset or in the system. */ mutedOutside: boolean; /** The chosen one went away. */ fellBack: boolean }
  | { status: 'lost' }
  | { status: 'refused'; refusal: RefusalKind }

/** The microphone of this browser: frames of 20 ms, a level, and what became of the device. */
export class Microphone {
  state: MicrophoneState = { status: 'off' }
  readonly changed = new Emitter<MicrophoneState>()
  readonly frames = new Emitter<Int16Array<ArrayBuffer>>()
  readonly levels = new Emitter<Level>()
  level: Level = { rmsDbfs: silentDbfs, peakDbfs: silentDbfs, digitalSilence: false }
  private opened: { stream: MediaStream; context: AudioContext; track: MediaStreamTrack } | null = null
  private attempt = 0
  private silence = new SilenceWatch()

  /** For a transport that takes the sound from the browser itself; null while there is no microphone. */
  get track(): MediaStreamTrack | null {
    return this.opened?.track ?? null
  }

  /** Asks for the device, or for the system's own choice. Never throws: what happened is in the state. */
  async open(deviceId: string | null, fellBack = false): Promise<MicrophoneState> {
    const attempt = ++this.attempt
    this.release()
    this.become({ status: 'asking' })
    try {
      const blocked = obstacle()
      if (blocked) throw new MicrophoneRefusal(blocked)
      const stream = await askFor(deviceId)
      const [track] = stream.getAudioTracks()
      if (attempt !== this.attempt || !track) {
        stream.getTracks().forEach((t) => t.stop())
        return this.state
      }
      const context = await this.listenTo(stream)
      if (attempt !== this.attempt) {
        stream.getTracks().forEach((t) => t.stop())
        void context.close()
        return this.state
      }
      this.opened = { stream, context, track }
      // Added once however often: it is the same listener.
      navigator.mediaDevices.addEventListener('devicechange', this.onDevicesChanged)
      track.addEventListener('ended', () => this.onEnded(track))
      track.addEventListener('mute', () => this.setMutedOutside(true))
      track.addEventListener('unmute', () => this.setMutedOutside(false))
      this.become({ status: 'live', deviceId: track.getSettings().deviceId ?? '', label: track.label, mutedOutside: track.muted, fellBack })
    } catch (error) {
      if (attempt !== this.attempt) return this.state
      this.become({ status: 'refused', refusal: refusalOf(error, await microphonePermission()).kind })
    }
    return this.state
  }

  close(): void {
    this.attempt++
    this.release()
    this.become({ status: 'off' })
  }

  dispose(): void {
    navigator.mediaDevices?.removeEventListener('devicechange', this.onDevicesChanged)
    this.close()
  }

  private async listenTo(stream: MediaStream): Promise<AudioContext> {
    const { context, source } = sourceAt16k(stream)
    await context.audioWorklet.addModule(workletUrl)
    const node = new AudioWorkletNode(context, 'capture', { numberOfInputs: 1, numberOfOutputs: 0, channelCount: 1, channelCountMode: 'explicit' })
    node.port.onmessage = ({ data }: MessageEvent<Int16Array<ArrayBuffer>>) => this.onFrame(data)
    source.connect(node)
    if (context.state === 'suspended') void context.resume()
    return context
  }

  private onFrame(frame: Int16Array<ArrayBuffer>): void {
    this.level = measure(frame)
    const switchedOff = this.silence.frame(this.level.digitalSilence)
    this.setMutedOutside(switchedOff || (this.opened?.track.muted ?? false))
    this.frames.emit(frame)
    this.levels.emit(this.level)
  }

  private setMutedOutside(mutedOutside: boolean): void {
    if (this.state.status === 'live' && this.state.mutedOutside !== mutedOutside) this.become({ ...this.state, mutedOutside })
  }

  private onEnded(track: MediaStreamTrack): void {
    if (this.opened?.track !== track) return
    this.release()
    this.become({ status: 'lost' })
    void this.fallBack()
  }

  private readonly onDevicesChanged = (): void => {
    if (this.state.status === 'lost') void this.fallBack()
  }

  private async fallBack(): Promise<void> {
    const devices = await navigator.mediaDevices.enumerateDevices()
    if (this.state.status !== 'lost' || !devices.some((device) => device.kind === 'audioinput')) return
    const { status } = await this.open(null, true)
    if (status === 'refused') this.become({ status: 'lost' })
  }

  private release(): void {
    this.opened?.stream.getTracks().forEach((track) => track.stop())
    void this.opened?.context.close()
    this.opened = null
    this.silence = new SilenceWatch()
  }

  private become(state: MicrophoneState): void {
    this.state = state
    this.changed.emit(state)
  }
}

function askFor(deviceId: string | null): Promise<MediaStream> {
  const wanted = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 }
  const ask = (constraints: MediaTrackConstraints) => navigator.mediaDevices.getUserMedia({ audio: constraints })
  if (!deviceId) return ask(wanted)
  return ask({ ...wanted, deviceId: { exact: deviceId } }).catch((error: unknown) => {
    // The one chosen last time is not plugged in today.
    if (error instanceof Error && (error.name === 'OverconstrainedError' || error.name === 'NotFoundError')) return ask(wanted)
    throw error
  })
}

/** Firefox refuses to join a microphone to a context of another rate; there the worklet resamples. */
function sourceAt16k(stream: MediaStream): { context: AudioContext; source: MediaStreamAudioSourceNode } {
  const context = new AudioContext({ sampleRate: sampleRateHz, latencyHint: 'interactive' })
  try {
    return { context, source: context.createMediaStreamSource(stream) }
  } catch {
    void context.close()
    const own = new AudioContext({ latencyHint: 'interactive' })
    return { context: own, source: own.createMediaStreamSource(stream) }
  }
}
