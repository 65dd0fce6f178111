import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { queries } from '@/api/queries'
import { count } from '@/ui/format'
import { Panel } from '@/ui/Panel'
import classes from './Calibrate.module.css'

/** The calibrations that wait for who reads, and those that have opened since they looked; nothing where none are. */
export function CalibrationNews() {
  const calibrations = useQuery(queries.calibrations())
  const news = (calibrations.data ?? []).filter(({ opened, isNew, toJudge }) => isNew || (!opened && toJudge > 0))
  if (news.length === 0) return null
  return (
    <Panel title="Your calibrations" tone="honey">
      <ul className={classes.list} aria-label="News of your calibrations">
        {news.map(({ id, title, isNew, toJudge }) => (
          <li key={id}>
            <Link to={`/reviews/calibrations/${id}`}>{title}</Link>: {isNew ? 'it has opened, and its results are there.' : `you are to judge ${count(toJudge, 'recording')}.`}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
