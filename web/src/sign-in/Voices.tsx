import classes from './Voices.module.css'

// Two people talking: heights of the bars, left to right; positive is the trainee (above), negative the patient (below).
const bars = [18, 34, 52, 40, 22, 0, -16, -38, -60, -44, -52, -30, -14, 0, 24, 46, 70, 58, 36, 48, 26, 0, -20, -34, -18, 0, 30, 54, 38, 16]

/** A conversation as a picture; decoration only. */
export function Voices() {
  return (
    <svg className={classes.voices} viewBox="0 0 360 180" aria-hidden="true" focusable="false">
      {bars.map((height, n) => (
        <line
          key={n}
          className={height > 0 ? classes.trainee : height < 0 ? classes.patient : classes.pause}
          x1={12 + n * 11.6}
          x2={12 + n * 11.6}
          y1={90 - Math.max(height, 0)}
          y2={90 - Math.min(height, 0) + (height === 0 ? 0.01 : 0)}
        />
      ))}
    </svg>
  )
}
