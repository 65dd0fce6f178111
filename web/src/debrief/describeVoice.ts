import type { VoicePoint } from '@/api/types'
import { clock } from '@/ui/format'

// The same bounds as the server's scoring.
const raisedDb = 8
const flat = 0.5
const hurried = 1.3

const said = {
  you: { whose: 'Your', who: 'You were', began: 'you began' },
  caller: { whose: 'The caller’s', who: 'The caller was', began: 'they began' },
}

/** How a voice moved, in sentences. */
export function describeVoice(points: readonly VoicePoint[], of: keyof typeof said = 'you'): string {
  const { whose, began } = said[of]
  const sentences = [
    about(of, `louder than ${began}`, points.filter((point) => point.loudnessDb > raisedDb)),
    about(of, `much quieter than ${began}`, points.filter((point) => point.loudnessDb < -raisedDb)),
    about(of, `more monotone than ${began}`, points.filter((point) => point.movement !== null && point.movement < flat)),
    about(of, `much faster than ${began}`, points.filter((point) => point.pace !== null && point.pace > hurried)),
  ].filter((sentence) => sentence !== null)
  return sentences.length === 0 ? `${whose} voice stayed near how ${began}: loudness, melody and pace.` : sentences.join(' ')
}

function about(of: keyof typeof said, how: string, points: readonly VoicePoint[]): string | null {
  if (points.length === 0) return null
  const places = points.slice(0, 4).map((point) => `at ${clock(point.atMs)}`)
  return `${said[of].who} ${how} ${new Intl.ListFormat('en').format(points.length > 4 ? [...places, 'later'] : places)}.`
}
