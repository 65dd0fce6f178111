import { frameSamples, toInt16 } from '../audio/pcm'

/** Cuts a stream of samples into frames of 20 ms. */
export class FramePacker {
  private frame = new Int16Array(frameSamples)
  private filled = 0

  add(samples: Float32Array, emit: (frame: Int16Array<ArrayBuffer>) => void): void {
    for (const sample of samples) {
      this.frame[this.filled++] = toInt16(sample)
      if (this.filled < frameSamples) continue
      emit(this.frame)
      this.frame = new Int16Array(frameSamples)
      this.filled = 0
    }
  }
}
