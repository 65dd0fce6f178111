import { Output } from '../playback/Output'
import type { ToLive } from './live.worklet'
import workletUrl from './live.worklet.ts?worker&url'

/** Live sound at the loudspeaker. Plays only: it opens no microphone. */
export class LiveEar {
  private readonly output = new Output()
  readonly blockedChanged = this.output.blockedChanged
  private node: AudioWorkletNode | null = null

  get blocked(): boolean {
    return this.output.blocked
  }

  async open(): Promise<void> {
    this.node = await this.output.addPlayer(workletUrl, 'live')
    if (this.node) void this.unblock()
  }

  play(samples: Int16Array): void {
    if (!this.blocked) this.tell(Float32Array.from(samples, (sample) => sample / 32768))
  }

  silence(): void {
    this.tell(null)
  }

  unblock(): Promise<void> {
    return this.output.unblock()
  }

  dispose(): void {
    this.output.dispose()
  }

  private tell(word: ToLive): void {
    this.node?.port.postMessage(word)
  }
}
