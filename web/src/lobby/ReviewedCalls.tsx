import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import { noticeWords } from '@/my-reviews/noticeWords'
import { NewsPanel } from './NewsPanel'

/** What is new among one's reviewed calls. */
export function ReviewedCalls() {
  const notice = useQuery(queries.myNotice()).data
  return <NewsPanel title="Your reviewed calls" news={notice ? noticeWords(notice) : []} label="What is new" to="/my-reviews" way="See your calls" />
}
