import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import type { CategoryTrend, TrendPoint } from '@/api/types'
import { Panel } from '@/ui/Panel'
import { Sparkline } from '@/ui/Sparkline'
import { describeTrend } from '@/ui/trendWords'
import { words } from '@/ui/words'
import classes from './OwnTrend.module.css'

/** How the person is doing, in one line and one sentence. */
export function OwnTrend({ overall, categories }: { overall: readonly TrendPoint[]; categories: readonly CategoryTrend[] }) {
  if (overall.length === 0) {
    return (
      <Panel title="Your progress">
        <p className={classes.text}>After your first call you will see here how you are doing, category by category.</p>
      </Panel>
    )
  }
  const named = (direction: CategoryTrend['direction']) =>
    categories.filter((trend) => trend.direction === direction).map((trend) => words.category[trend.category].toLowerCase())
  const better = named('improving')
  const worse = named('declining')
  return (
    <Panel
      title="Your progress"
      aside={
        <Anchor component={Link} to="/history" size="sm">
          All calls
        </Anchor>
      }
    >
      <Sparkline scores={overall.map((point) => point.score)} label={describeTrend('Overall score', overall)} />
      <p className={classes.text}>
        {overall[overall.length - 1]?.score} of 100 in your last judged call.{' '}
        {better.length > 0 && `Getting better: ${list(better)}. `}
        {worse.length > 0 && `Needs practice: ${list(worse)}.`}
      </p>
    </Panel>
  )
}

const list = (names: readonly string[]) => new Intl.ListFormat('en').format(names)
