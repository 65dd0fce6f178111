import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import { NewsLink } from './NewsLink'

/** The way to the recorded calls, with the number of what waits for a coach there. */
export function ReviewsLink() {
  const notice = useQuery(queries.myNotice()).data
  return <NewsLink to="/reviews" name="Reviews" news={notice ? notice.toJudge + notice.opened : 0} />
}
