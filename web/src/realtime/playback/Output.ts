import { sampleRateHz } from '../audio/pcm'
import { Emitter } from '../Emitter'

/** Of a context that can choose its loudspeaker; not every browser's can. */
type SinkContext = AudioContext & { setSinkId?: (id: string) => Promise<void> }

/** The way to the loudspeaker, which the browser may keep shut until the first click. */
export class Output {
  /** True: the browser wants a click before it lets anything be heard. */
  readonly blockedChanged = new Emitter<boolean>()
  blocked = false
  disposed = false
  readonly context: SinkContext = new AudioContext({ sampleRate: sampleRateHz, latencyHint: 'interactive' })

  constructor() {
    this.context.addEventListener('statechange', this.onState)
  }

  /** A worklet that only plays, at the loudspeaker. Null: disposed meanwhile. */
  async addPlayer(workletUrl: string, name: string): Promise<AudioWorkletNode | null> {
    await this.context.audioWorklet.addModule(workletUrl)
    if (this.disposed) return null
    const node = new AudioWorkletNode(this.context, name, { numberOfInputs: 0, outputChannelCount: [1] })
    node.connect(this.context.destination)
    return node
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
}
