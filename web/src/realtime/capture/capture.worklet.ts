import { sampleRateHz } from '../audio/pcm'
import { Resampler } from '../audio/Resampler'
import { FramePacker } from './FramePacker'

/** Runs on the audio thread: microphone in, 20 ms frames of 16 kHz out to the page. */
class CaptureProcessor extends AudioWorkletProcessor {
  private readonly resampler = sampleRate === sampleRateHz ? null : new Resampler(sampleRate, sampleRateHz)
  private readonly packer = new FramePacker()

  process(inputs: Float32Array[][]): boolean {
    const input = inputs[0]?.[0]
    // No input at all: the track has ended. The node lives on, the page decides.
    if (!input) return true
    this.packer.add(this.resampler?.process(input) ?? input, (frame) => this.port.postMessage(frame, [frame.buffer]))
    return true
  }
}

registerProcessor('capture', CaptureProcessor)
