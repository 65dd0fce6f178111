import { memo } from 'react'
import type { VoicePoint } from '@/api/types'
import { clock } from '@/ui/format'
import { describeVoice } from './describeVoice'
import { steadied } from './steadied'
import classes from './VoiceLines.module.css'

const width = 600
const height = 56
/** Fewer make no line. */
const fewest = 3
/** As far from the usual as the picture goes: a raised voice is 8 dB, a third faster is 0.33. */
const lines = [
  { name: 'Loudness', reach: 12, of: (point: VoicePoint) => point.loudnessDb },
  { name: 'Pitch', reach: 6, of: (point: VoicePoint) => point.pitchSemitones },
  { name: 'Pace', reach: 0.6, of: (point: VoicePoint) => (point.pace === null ? null : point.pace - 1) },
]

interface Props {
  points: readonly VoicePoint[]
  /** Of the other party, where that was a person. */
  others?: readonly VoicePoint[]
  /** The whole call, where the picture stands under one of it; otherwise it goes from the first point to the last. */
  durationMs?: number
}

/** How voices moved against how the same person sounded at the start of the call. The sentences say the same. */
export const VoiceLines = memo(function VoiceLines({ points, others = [], durationMs }: Props) {
  const voices = [
    { of: 'own', points },
    { of: 'other', points: others },
  ].filter((voice) => voice.points.length >= fewest)
  if (voices.length === 0) return null
  const [first, last] = durationMs === undefined ? [points[0]?.atMs ?? 0, points.at(-1)?.atMs ?? 1] : [0, durationMs]
  const x = (atMs: number) => 4 + ((atMs - first) / Math.max(1, last - first)) * (width - 8)
  const y = (value: number, reach: number) => height / 2 - (Math.max(-1, Math.min(1, value / reach)) * (height - 8)) / 2
  return (
    <figure className={classes.figure} data-under={durationMs !== undefined || undefined}>
      {lines.map(({ name, reach, of }) => (
        <div key={name} className={classes.row} aria-hidden="true">
          <span className={classes.name}>{name}</span>
          <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className={classes.picture} focusable="false">
            <line x1="0" x2={width} y1={height / 2} y2={height / 2} className={classes.usual} />
            {voices.map((voice) => (
              <polyline
                key={voice.of}
                className={classes.line}
                data-of={voice.of}
                points={steadied(voice.points, of)
                  .map(({ atMs, value }) => `${x(atMs)},${y(value, reach)}`)
                  .join(' ')}
              />
            ))}
          </svg>
        </div>
      ))}
      <div className={classes.scale} aria-hidden="true">
        <span>{clock(first)}</span>
        <span>the middle line is how {others.length >= fewest ? 'each' : 'you'} began</span>
        <span>{clock(last)}</span>
      </div>
      <figcaption className={classes.caption}>
        {points.length >= fewest && describeVoice(points)} {others.length >= fewest && describeVoice(others, 'caller')}
      </figcaption>
    </figure>
  )
})
