let context: AudioContext | null = null

const notes = [
  { hz: 660, atS: 0 },
  { hz: 880, atS: 0.14 },
]
const loudness = 0.08
const lengthS = 0.22

/** Two soft notes. Silent where the browser wants a click first. */
export function chime(): void {
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume().catch(() => undefined)
  const { currentTime, destination } = context
  for (const { hz, atS } of notes) {
    const tone = context.createOscillator()
    const gain = context.createGain()
    tone.frequency.value = hz
    gain.gain.setValueAtTime(loudness, currentTime + atS)
    gain.gain.exponentialRampToValueAtTime(0.0001, currentTime + atS + lengthS)
    tone.connect(gain).connect(destination)
    tone.start(currentTime + atS)
    tone.stop(currentTime + atS + lengthS)
  }
}
