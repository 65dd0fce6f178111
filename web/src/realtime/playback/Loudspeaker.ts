import { sampleRateHz } from '../audio/pcm'
import { Emitter } from '../Emitter'
import type { AudioPacket, PlayedPosition } from '../hub/contract'
import type { FromWorklet, ToWorklet } from './messages'
import workletUrl from './playback.worklet.ts?worker&url'

const reportEveryMs = 200

/** Of a context that can choose its loudspeaker; not every browser's can. */
type SinkContext = AudioContext & { setSinkId?: (id: string) => Promise<void> }

/** The patient's voice at the ear, and word to the server of what was really heard. */
export class Loudspeaker {
  readonly played = new Emitter<PlayedPosition>()
  /** True: the browser wants a click before it lets anything be heard. */
  readonly blockedChanged = new Emitter<boolean>()
  blocked = false
  readonly context: SinkContext
  private node: AudioWorkletNode | null = null
  private readonly early: ToWorklet[] = []
  private timer: ReturnType<typeof setInterval> | null = null
  private lastReported = ''
  private disposed = false

  constructor() {
    this.context = new AudioContext({ sampleRate: sampleRateHz, latencyHint: 'interactive' })
    this.context.addEventListener('statechange', this.onState)
  }

  async open(): Promise<void> {
    await this.context.audioWorklet.addModule(workletUrl)
    if (this.disposed) return
    this.node = new AudioWorkletNode(this.context, 'playback', { numberOfInputs: 0, outputChannelCount: [1] })
    this.node.port.onmessage = ({ data }: MessageEvent<FromWorklet>) => this.onWord(data)
    this.node.connect(this.context.destination)
    this.early.splice(0).forEach((order) => this.order(order))
    this.timer = setInterval(() => this.order({ do: 'report' }), reportEveryMs)
    void this.unblock()
  }

  play(packet: AudioPacket): void {
    if (this.blocked) return
    const samples = Float32Array.from(packet.pcm, (sample) => sample / 32768)
    this.order({ do: 'play', chunk: { utterance: packet.utterance, offset: packet.offset, samples } })
  }

  flush(utterance: number): void {
    this.order({ do: 'flush', utterance })
  }

  /** To be called from a click as well: then the browser cannot refuse. */
  async unblock(): Promise<void> {
    // A refused resume never settles in some browsers, so nobody waits for it.
    void this.context.resume().catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 300))
    this.onState()
  }

  get canChoose(): boolean {
    return typeof this.context.setSinkId === 'function'
  }

  async choose(deviceId: string): Promise<void> {
    await this.context.setSinkId?.(deviceId)
  }

  dispose(): void {
    this.disposed = true
    if (this.timer) clearInterval(this.timer)
    this.context.removeEventListener('statechange', this.onState)
    void this.context.close()
  }

  private readonly onState = (): void => {
    const blocked = this.context.state !== 'running' && !this.disposed
    if (blocked === this.blocked) return
    this.blocked = blocked
    this.blockedChanged.emit(blocked)
  }

  private order(order: ToWorklet): void {
    if (this.node) this.node.port.postMessage(order)
    else if (order.do !== 'report') this.early.push(order)
  }

  private onWord(word: FromWorklet): void {
    if (word.did === 'firstSound') {
      const agoMs = (this.context.currentTime - word.at - this.context.outputLatency) * 1000
      this.report({ utterance: word.utterance, samplesPlayed: 0, firstSoundAgoMs: Math.round(Math.max(0, agoMs)), underruns: word.underruns })
      return
    }
    if (!word.played) return
    // Only what is news: silence between utterances is not reported five times a second.
    const key = `${word.played.utterance}:${word.played.samplesPlayed}:${word.underruns}`
    if (key === this.lastReported && word.why !== 'flushed') return
    this.lastReported = key
    this.report({ ...word.played, firstSoundAgoMs: null, underruns: word.underruns })
  }

  private report(position: PlayedPosition): void {
    this.played.emit(position)
  }
}
