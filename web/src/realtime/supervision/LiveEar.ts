import { Output } from '../playback/Output'
import { RemoteVoice } from '../webrtc/RemoteVoice'
import type { ToLive } from './live.worklet'
import workletUrl from './live.worklet.ts?worker&url'

/** Live sound at the loudspeaker. Plays only: it opens no microphone. */
export class LiveEar {
  private readonly output = new Output()
  readonly blockedChanged = this.output.blockedChanged
  private remote: RemoteVoice | null = null
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

  /** Sound that the browser itself takes from the network; null: none any more. */
  playRemote(stream: MediaStream | null): void {
    if (stream) this.remote ??= new RemoteVoice(this.output.context)
    this.remote?.play(stream)
  }

  silence(): void {
    this.tell(null)
  }

  unblock(): Promise<void> {
    return this.output.unblock()
  }

  dispose(): void {
    this.remote?.dispose()
    this.output.dispose()
  }

  private tell(word: ToLive): void {
    this.node?.port.postMessage(word)
  }
}
