// North American ringback: 440 and 480 Hz together, two seconds on, four off.
const ringbackHz = [440, 480]
const ringOnSeconds = 2
const ringCycleSeconds = 6
const loudness = 0.06

/** Rings until the returned function is called. */
export function ring(context: AudioContext): () => void {
  const gain = context.createGain()
  gain.gain.value = 0
  gain.connect(context.destination)
  const oscillators = ringbackHz.map((frequency) => tone(context, frequency, gain))
  oscillators.forEach((oscillator) => oscillator.start())
  const cycle = () => pulse(gain.gain, context.currentTime + 0.05, ringOnSeconds, loudness)
  cycle()
  const timer = setInterval(cycle, ringCycleSeconds * 1000)
  return () => {
    clearInterval(timer)
    gain.gain.cancelScheduledValues(context.currentTime)
    gain.gain.setTargetAtTime(0, context.currentTime, 0.01)
    oscillators.forEach((oscillator) => oscillator.stop(context.currentTime + 0.1))
  }
}

/** Two short falling tones: the line is closed. */
export function hangUp(context: AudioContext): void {
  notes(context, [480, 380], 0.16)
}

/** For the loudspeaker test: three rising notes. */
export function chime(context: AudioContext): Promise<void> {
  return notes(context, [523.25, 659.25, 783.99], 0.22)
}

function notes(context: AudioContext, frequencies: number[], seconds: number): Promise<void> {
  const start = context.currentTime + 0.05
  frequencies.forEach((frequency, i) => {
    const gain = context.createGain()
    gain.gain.value = 0
    gain.connect(context.destination)
    const oscillator = tone(context, frequency, gain)
    const from = start + i * seconds
    pulse(gain.gain, from, seconds * 0.8, loudness * 2)
    oscillator.start(from)
    oscillator.stop(from + seconds)
  })
  return new Promise((resolve) => setTimeout(resolve, frequencies.length * seconds * 1000 + 150))
}

function tone(context: AudioContext, frequency: number, into: AudioNode): OscillatorNode {
  const oscillator = context.createOscillator()
  oscillator.frequency.value = frequency
  oscillator.connect(into)
  return oscillator
}

function pulse(gain: AudioParam, at: number, seconds: number, value: number): void {
  gain.setValueAtTime(0, at)
  gain.linearRampToValueAtTime(value, at + 0.02)
  gain.setValueAtTime(value, at + seconds - 0.03)
  gain.linearRampToValueAtTime(0, at + seconds)
}
