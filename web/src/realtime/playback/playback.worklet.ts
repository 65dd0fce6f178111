import { JitterBuffer } from './JitterBuffer'
import type { FromWorklet, ToWorklet } from './messages'

/** Runs on the audio thread: the patient's voice in, sound out, and word of what was really played. */
class PlaybackProcessor extends AudioWorkletProcessor {
  private readonly buffer = new JitterBuffer()

  constructor(options: AudioWorkletNodeOptions) {
    super(options)
    this.port.onmessage = ({ data }: MessageEvent<ToWorklet>) => this.obey(data)
  }

  process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const output = outputs[0]?.[0]
    if (!output) return true
    const wasPlaying = this.buffer.isPlaying
    const begun = this.buffer.pull(output)
    if (begun !== null) this.tell({ did: 'firstSound', utterance: begun, at: currentTime, underruns: this.buffer.underruns })
    if (wasPlaying && !this.buffer.isPlaying) this.report('dry')
    return true
  }

  private obey(order: ToWorklet): void {
    switch (order.do) {
      case 'play':
        return this.buffer.push(order.chunk)
      case 'flush':
        this.buffer.flush(order.utterance)
        return this.report('flushed')
      case 'report':
        return this.report('asked')
    }
  }

  private report(why: 'asked' | 'flushed' | 'dry'): void {
    const { played, underruns, targetMs } = this.buffer
    this.tell({ did: 'position', why, played, underruns, targetMs })
  }

  private tell(message: FromWorklet): void {
    this.port.postMessage(message)
  }
}

registerProcessor('playback', PlaybackProcessor)
