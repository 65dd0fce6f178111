import { useId } from 'react'
import { clock } from '@/ui/format'
import { describeTalk } from './describeTalk'
import classes from './TalkPicture.module.css'
import type { Span, TalkTimeline } from './talkTimeline'

interface Props {
  timeline: TalkTimeline
  patientName: string
  /** "You", or the name where it is somebody else's call. */
  trainee: string
  /** Where the recording is; null without one. */
  atMs: number | null
}

/** Who spoke when. The sentence below says the same for those who do not see it. */
export function TalkPicture({ timeline, patientName, trainee: traineeName, atMs }: Props) {
  const { durationMs, trainee, patient, supervisor, overlaps, deadAir, holds } = timeline
  const hatch = useId()
  if (durationMs <= 0) return null
  const at = (ms: number) => `${(ms / durationMs) * 100}%`
  const bars = (spans: readonly Span[], y: number, height: number, className: string | undefined, fill?: string) =>
    spans.map((span) => (
      <rect key={span.startMs} x={at(span.startMs)} width={at(span.endMs - span.startMs)} y={y} height={height} rx="3" className={className} {...(fill && { fill })} />
    ))
  return (
    <figure className={classes.figure}>
      <div className={classes.names} aria-hidden="true">
        <span className={classes.you}>{traineeName.split(' ')[0]}</span>
        <span className={classes.them}>{patientName.split(' ')[0]}</span>
      </div>
      <svg className={classes.picture} height="92" aria-hidden="true" focusable="false">
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="6" className={classes.hatch} />
          </pattern>
        </defs>
        <line x1="0" x2="100%" y1="42" y2="42" className={classes.axis} />
        {bars(holds, 8, 68, classes.hold)}
        {bars(deadAir, 34, 16, classes.deadAir)}
        {bars(trainee, 8, 28, classes.trainee)}
        {bars(patient, 48, 28, classes.patient)}
        {bars(supervisor, 37, 10, classes.supervisor)}
        {bars(overlaps, 4, 76, undefined, `url(#${hatch})`)}
        {atMs !== null && <line x1={at(atMs)} x2={at(atMs)} y1="0" y2="84" className={classes.head} />}
      </svg>
      <div className={classes.scale} aria-hidden="true">
        <span>0:00</span>
        <span>{clock(durationMs / 2)}</span>
        <span>{clock(durationMs)}</span>
      </div>
      <ul className={classes.key} aria-hidden="true">
        {supervisor.length > 0 && (
          <li>
            <svg width="22" height="14">
              <rect y="2" width="22" height="10" rx="3" className={classes.supervisor} />
            </svg>
            supervisor speaking
          </li>
        )}
        {overlaps.length > 0 && (
          <li>
            <svg width="22" height="14">
              <rect width="22" height="14" rx="3" fill={`url(#${hatch})`} className={classes.keyEdge} />
            </svg>
            both speaking
          </li>
        )}
        {deadAir.length > 0 && (
          <li>
            <svg width="22" height="14">
              <rect x="1" y="1" width="20" height="12" rx="3" className={classes.deadAir} />
            </svg>
            nobody speaking
          </li>
        )}
        {holds.length > 0 && (
          <li>
            <svg width="22" height="14">
              <rect width="22" height="14" rx="3" className={classes.hold} />
            </svg>
            on hold
          </li>
        )}
      </ul>
      <figcaption className={classes.caption}>{describeTalk(timeline, traineeName)}</figcaption>
    </figure>
  )
}
