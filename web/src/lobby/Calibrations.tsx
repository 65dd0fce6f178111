import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import { newsWords } from '@/reviews/calibrate/newsWords'
import { LinkButton } from '@/ui/LinkButton'
import { Panel } from '@/ui/Panel'
import classes from './UnfinishedCalls.module.css'

/** What a coach is to judge, and what has opened; nothing where nothing is. */
export function Calibrations() {
  const notice = useQuery(queries.myNotice())
  const news = notice.data ? newsWords(notice.data) : []
  if (news.length === 0) return null
  return (
    <Panel title="Your calibrations" tone="honey">
      <div className={classes.call}>
        <ul className={classes.list} aria-label="News of your calibrations">
          {news.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <LinkButton to="/reviews">See the reviews</LinkButton>
      </div>
    </Panel>
  )
}
