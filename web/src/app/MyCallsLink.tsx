import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import { newsIn } from '@/my-reviews/noticeWords'
import { NewsLink } from './NewsLink'

/** The way to one's own reviewed calls, for those who have any; with the number of what is new. */
export function MyCallsLink() {
  const notice = useQuery(queries.myNotice()).data
  if (!notice || notice.shared + notice.actions === 0) return null
  return <NewsLink to="/my-reviews" name="Your calls" news={newsIn(notice)} />
}
