import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import { noticeWords } from '@/my-reviews/noticeWords'
import { LinkButton } from '@/ui/LinkButton'
import { Panel } from '@/ui/Panel'
import classes from './UnfinishedCalls.module.css'

/** What is new among one's reviewed calls; nothing where nothing is. */
export function ReviewedCalls() {
  const notice = useQuery(queries.myNotice())
  const news = notice.data ? noticeWords(notice.data) : []
  if (news.length === 0) return null
  return (
    <Panel title="Your reviewed calls" tone="honey">
      <div className={classes.call}>
        <ul className={classes.list} aria-label="What is new">
          {news.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <LinkButton to="/my-reviews">See your calls</LinkButton>
      </div>
    </Panel>
  )
}
