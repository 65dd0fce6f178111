import { LiveBuffer } from './LiveBuffer'

/** From the page: samples to be heard, or null to be silent. */
export type ToLive = Float32Array | null

/** Runs on the audio thread: a live stream in, sound out. */
class LiveProcessor extends AudioWorkletProcessor {
  private readonly buffer = new LiveBuffer()

  constructor(options: AudioWorkletNodeOptions) {
    super(options)
    this.port.onmessage = ({ data }: MessageEvent<ToLive>) => (data ? this.buffer.push(data) : this.buffer.flush())
  }

  process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const output = outputs[0]?.[0]
    if (output) this.buffer.pull(output)
    return true
  }
}

registerProcessor('live', LiveProcessor)
