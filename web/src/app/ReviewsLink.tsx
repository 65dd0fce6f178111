import { VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { NavLink } from 'react-router'
import { queries } from '@/api/queries'
import classes from './Shell.module.css'

/** The way to the recorded calls, with the number of what waits for a coach there. */
export function ReviewsLink() {
  const notice = useQuery(queries.myNotice()).data
  const news = notice ? notice.toJudge + notice.opened : 0
  return (
    <NavLink to="/reviews" className={classes.link}>
      Reviews{' '}
      {news > 0 && (
        <span className={classes.news}>
          {news}
          <VisuallyHidden> new</VisuallyHidden>
        </span>
      )}
    </NavLink>
  )
}
