import type { VoicePoint } from '@/api/types'
import { clock } from '@/ui/format'
import { describeVoice } from './describeVoice'
import classes from './VoiceLines.module.css'

const width = 600
const height = 56
/** As far from the usual as the picture goes: a raised voice is 8 dB, a third faster is 0.33. */
const lines = [
  { name: 'Loudness', reach: 12, of: (point: VoicePoint) => point.loudnessDb },
  { name: 'Pitch', reach: 6, of: (point: VoicePoint) => point.pitchSemitones },
  { name: 'Pace', reach: 0.6, of: (point: VoicePoint) => (point.pace === null ? null : point.pace - 1) },
]

/** How the voice moved against how the same person sounded at the start of the call. The sentence says the same. */
export function VoiceLines({ points }: { points: readonly VoicePoint[] }) {
  if (points.length < 3) return null
  const [first, last] = [points[0]?.atMs ?? 0, points.at(-1)?.atMs ?? 1]
  const x = (atMs: number) => 4 + ((atMs - first) / Math.max(1, last - first)) * (width - 8)
  const y = (value: number, reach: number) => height / 2 - (Math.max(-1, Math.min(1, value / reach)) * (height - 8)) / 2
  return (
    <figure className={classes.figure}>
      {lines.map(({ name, reach, of }) => (
        <div key={name} className={classes.row} aria-hidden="true">
          <span className={classes.name}>{name}</span>
          <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className={classes.picture} focusable="false">
            <line x1="0" x2={width} y1={height / 2} y2={height / 2} className={classes.usual} />
            <polyline
              className={classes.line}
              points={points.flatMap((point) => (of(point) === null ? [] : [`${x(point.atMs)},${y(of(point) ?? 0, reach)}`])).join(' ')}
            />
          </svg>
        </div>
      ))}
      <div className={classes.scale} aria-hidden="true">
        <span>{clock(first)}</span>
        <span>the middle line is how you began</span>
        <span>{clock(last)}</span>
      </div>
      <figcaption className={classes.caption}>{describeVoice(points)}</figcaption>
    </figure>
  )
}
