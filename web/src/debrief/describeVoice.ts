import type { VoicePoint } from '@/api/types'
import { clock } from '@/ui/format'

// The same bounds as the server's scoring.
const raisedDb = 8
const flat = 0.5
const hurried = 1.3

/** How the voice moved, in sentences. */
export function describeVoice(points: readonly VoicePoint[]): string {
  const sentences = [
    about('louder than you began', points.filter((point) => point.loudnessDb > raisedDb)),
    about('much quieter than you began', points.filter((point) => point.loudnessDb < -raisedDb)),
    about('more monotone than you began', points.filter((point) => point.movement !== null && point.movement < flat)),
    about('much faster than you began', points.filter((point) => point.pace !== null && point.pace > hurried)),
  ].filter((sentence) => sentence !== null)
  return sentences.length === 0 ? 'Your voice stayed near how you began: loudness, melody and pace.' : sentences.join(' ')
}

function about(how: string, points: readonly VoicePoint[]): string | null {
  if (points.length === 0) return null
  const places = points.slice(0, 4).map((point) => `at ${clock(point.atMs)}`)
  return `You were ${how} ${new Intl.ListFormat('en').format(points.length > 4 ? [...places, 'later'] : places)}.`
}
