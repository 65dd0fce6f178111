import classes from './MiniLine.module.css'

interface Props {
  what: string
  /** 0 to 100, oldest first. */
  points: readonly number[]
}

const width = 96
const height = 26
const margin = 3

/** A small line over time, with its last value in words for those who do not see it. The scale is always 0 to 100. */
export function MiniLine({ what, points }: Props) {
  const last = points.at(-1)
  const x = (n: number) => (points.length > 1 ? margin + (n * (width - 2 * margin)) / (points.length - 1) : width - margin)
  const y = (value: number) => height - margin - (value / 100) * (height - 2 * margin)
  return (
    <span className={classes.line}>
      <span className={classes.what}>{what}</span>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={last === undefined ? `${what}: nothing yet` : `${what}: ${last} of 100`}>
        <line x1={margin} x2={width - margin} y1={y(50)} y2={y(50)} className={classes.middle} />
        {points.length > 1 && <polyline className={classes.path} points={points.map((value, n) => `${x(n)},${y(value)}`).join(' ')} />}
        {last !== undefined && <circle className={classes.last} cx={x(points.length - 1)} cy={y(last)} r="2.6" />}
      </svg>
    </span>
  )
}
