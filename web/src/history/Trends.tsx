import { IconArrowDownRight, IconArrowRight, IconArrowUpRight, IconDots } from '@tabler/icons-react'
import type { CategoryTrend, TrendDirection } from '@/api/types'
import { Panel } from '@/ui/Panel'
import { Sparkline } from '@/ui/Sparkline'
import { describeDrivers, describeTrend, directionWord } from '@/ui/trendWords'
import { words } from '@/ui/words'
import classes from './Trends.module.css'

const directionIcon: Record<TrendDirection, typeof IconDots> = {
  notEnough: IconDots,
  improving: IconArrowUpRight,
  stable: IconArrowRight,
  declining: IconArrowDownRight,
}

/** One small line per category; the direction is also said. */
export function Trends({ categories }: { categories: readonly CategoryTrend[] }) {
  if (categories.every((trend) => trend.points.length === 0)) return null
  return (
    <Panel title="How you are doing">
      <ul className={classes.trends}>
        {categories.map(({ category, direction, points, drivers }) => {
          const Icon = directionIcon[direction]
          const last = points[points.length - 1]
          return (
            <li key={category}>
              <div className={classes.head}>
                <h3 className={classes.name}>{words.category[category]}</h3>
                {last && <span className={classes.last}>{last.score}</span>}
              </div>
              <Sparkline scores={points.map((point) => point.score)} label={describeTrend(words.category[category], points)} />
              <p className={classes.direction}>
                <Icon size={18} aria-hidden /> {directionWord[direction]}
              </p>
              {drivers.length > 0 && <p className={classes.drivers}>{describeDrivers(drivers)}</p>}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
