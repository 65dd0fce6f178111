import { useQuery } from '@tanstack/react-query'
import { NavLink } from 'react-router'
import { VisuallyHidden } from '@mantine/core'
import { queries } from '@/api/queries'
import { newsIn } from '@/my-reviews/noticeWords'
import classes from './Shell.module.css'

/** The way to one's own reviewed calls, for those who have any; with the number of what is new. */
export function MyCallsLink() {
  const notice = useQuery(queries.myNotice()).data
  if (!notice || notice.shared + notice.actions === 0) return null
  const news = newsIn(notice)
  return (
    <NavLink to="/my-reviews" className={classes.link}>
      Your calls{' '}
      {news > 0 && (
        <span className={classes.news}>
          {news}
          <VisuallyHidden> new</VisuallyHidden>
        </span>
      )}
    </NavLink>
  )
}
