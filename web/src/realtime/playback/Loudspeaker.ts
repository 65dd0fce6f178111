import { Emitter } from '../Emitter'
import type { AudioPacket, PlayedPosition } from '../hub/contract'
import type { FromWorklet, ToWorklet } from './messages'
import { Output } from './Output'
import workletUrl from './playback.worklet.ts?worker&url'

const reportEveryMs = 200

/** The patient's voice at the ear, and word to the server of what was really heard. */
export class Loudspeaker {
  readonly played = new Emitter<PlayedPosition>()
  private readonly output = new Output()
  readonly blockedChanged = this.output.blockedChanged
  private node: AudioWorkletNode | null = null
  private readonly early: ToWorklet[] = []
  private timer: ReturnType<typeof setInterval> | null = null
  private lastReported = ''

  get context(): AudioContext {
    return this.output.context
  }

  get blocked(): boolean {
    return this.output.blocked
  }

  async open(): Promise<void> {
    this.node = await this.output.addPlayer(workletUrl, 'playback')
    if (!this.node) return
    this.node.port.onmessage = ({ data }: MessageEvent<FromWorklet>) => this.onWord(data)
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

  unblock(): Promise<void> {
    return this.output.unblock()
  }

  get canChoose(): boolean {
    return typeof this.output.context.setSinkId === 'function'
  }

  async choose(deviceId: string): Promise<void> {
    await this.output.context.setSinkId?.(deviceId)
  }

  dispose(): void {
    if (this.timer) clearInterval(this.timer)
    this.output.dispose()
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
