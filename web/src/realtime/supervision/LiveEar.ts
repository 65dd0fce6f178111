import { sampleRateHz } from '../audio/pcm'
import { Emitter } from '../Emitter'
import type { ToLive } from './live.worklet'
import workletUrl from './live.worklet.ts?worker&url'

/** Live sound at the loudspeaker. Plays only: it opens no microphone. */
export class LiveEar {
  /** True: the browser wants a click before it lets anything be heard. */
  readonly blockedChanged = new Emitter<boolean>()
  blocked = false
  private readonly context = new AudioContext({ sampleRate: sampleRateHz, latencyHint: 'interactive' })
  private node: AudioWorkletNode | null = null
  private disposed = false

  constructor() {
    this.context.addEventListener('statechange', this.onState)
  }

  async open(): Promise<void> {
    await this.context.audioWorklet.addModule(workletUrl)
    if (this.disposed) return
    this.node = new AudioWorkletNode(this.context, 'live', { numberOfInputs: 0, outputChannelCount: [1] })
    this.node.connect(this.context.destination)
    void this.unblock()
  }

  play(samples: Int16Array): void {
    if (!this.blocked) this.tell(Float32Array.from(samples, (sample) => sample / 32768))
  }

  silence(): void {
    this.tell(null)
  }

  /** To be called from a click as well: then the browser cannot refuse. */
  async unblock(): Promise<void> {
    // A refused resume never settles in some browsers, so nobody waits for it.
    void this.context.resume().catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 300))
    this.onState()
  }

  dispose(): void {
    this.disposed = true
    this.context.removeEventListener('statechange', this.onState)
    void this.context.close()
  }

  private readonly onState = (): void => {
    const blocked = this.context.state !== 'running' && !this.disposed
    if (blocked === this.blocked) return
    this.blocked = blocked
    this.blockedChanged.emit(blocked)
  }

  private tell(word: ToLive): void {
    this.node?.port.postMessage(word)
  }
}
