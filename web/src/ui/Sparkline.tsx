import classes from './Sparkline.module.css'

interface Props {
  /** 0 to 100, oldest first. */
  scores: readonly number[]
  /** The same in words. */
  label: string
  height?: number
}

const width = 240
const margin = 7

/** A small line of scores. The scale is always 0 to 100, so that two lines can be compared. */
export function Sparkline({ scores, label, height = 64 }: Props) {
  if (scores.length === 0) return null
  const step = scores.length > 1 ? (width - 2 * margin) / (scores.length - 1) : 0
  const points = scores.map((score, n) => ({ x: margin + n * step, y: height - margin - (score / 100) * (height - 2 * margin) }))
  const last = points[points.length - 1]
  return (
    <svg className={classes.sparkline} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {[0, 50, 100].map((line) => {
        const y = height - margin - (line / 100) * (height - 2 * margin)
        return <line key={line} x1={margin} x2={width - margin} y1={y} y2={y} className={classes.grid} />
      })}
      <polyline className={classes.line} points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {last && <circle className={classes.last} cx={last.x} cy={last.y} r="4.5" />}
    </svg>
  )
}
