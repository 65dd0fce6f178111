import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import { newsWords } from '@/reviews/calibrate/newsWords'
import { NewsPanel } from './NewsPanel'

/** What a coach is to judge, and what has opened. */
export function Calibrations() {
  const notice = useQuery(queries.myNotice()).data
  return <NewsPanel title="Your calibrations" news={notice ? newsWords(notice) : []} label="News of your calibrations" to="/reviews" way="See the reviews" />
}
