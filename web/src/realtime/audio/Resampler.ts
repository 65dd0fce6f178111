const lobes = 16
// The pass band ends a little below half the lower rate, so that the filter's slope keeps aliases out.
const bandwidth = 0.92

/**
 * Turns one sample rate into another, block by block, with a Kaiser-windowed sinc: exact positions (the rates' ratio is
 * reduced to whole numbers), no drift, no click between blocks.
 */
export class Resampler {
  private readonly up: number
  private readonly down: number
  private readonly taps: number
  private readonly filters: Float32Array[]
  private history: Float32Array
  /** Place of the next output sample, in 1/up input samples after the history's start. */
  private position = 0

  constructor(inputHz: number, outputHz: number) {
    const divisor = greatestCommonDivisor(inputHz, outputHz)
    this.up = outputHz / divisor
    this.down = inputHz / divisor
    const scale = Math.min(1, outputHz / inputHz)
    this.taps = Math.ceil((2 * lobes) / scale)
    this.filters = Array.from({ length: this.up }, (_, phase) => filterFor(phase / this.up, this.taps, scale * bandwidth))
    this.history = new Float32Array(this.taps - 1)
  }

  process(input: Float32Array): Float32Array<ArrayBuffer> {
    const samples = new Float32Array(this.history.length + input.length)
    samples.set(this.history)
    samples.set(input, this.history.length)
    const room = samples.length - this.taps
    const count = Math.max(0, Math.floor((room * this.up + this.up - 1 - this.position) / this.down) + 1)
    const output = new Float32Array(count)
    for (let n = 0; n < count; n++) {
      const filter = this.filters[this.position % this.up] as Float32Array
      const start = Math.floor(this.position / this.up)
      let sum = 0
      for (let k = 0; k < this.taps; k++) sum += (samples[start + k] as number) * (filter[k] as number)
      output[n] = sum
      this.position += this.down
    }
    const used = Math.min(Math.floor(this.position / this.up), samples.length)
    this.position -= used * this.up
    this.history = samples.slice(used)
    return output
  }
}

function filterFor(fraction: number, taps: number, cutoff: number): Float32Array {
  const filter = new Float32Array(taps)
  const middle = taps / 2 - 1 + fraction
  let sum = 0
  for (let k = 0; k < taps; k++) {
    const x = k - middle
    const value = sinc(cutoff * x) * kaiser(x / (taps / 2))
    filter[k] = value
    sum += value
  }
  return filter.map((value) => value / sum)
}

const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))

/** Kaiser's window with beta 8: about 80 dB of stop band. */
const kaiser = (x: number) => (Math.abs(x) >= 1 ? 0 : bessel(8 * Math.sqrt(1 - x * x)) / bessel(8))

/** Modified Bessel function of the first kind, order 0, by its power series. */
function bessel(x: number): number {
  let sum = 1
  let term = 1
  for (let k = 1; k < 40; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
