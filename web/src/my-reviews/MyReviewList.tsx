import { Link } from 'react-router'
import type { MyReviewListed } from '@/api/types'
import { Empty } from '@/ui/Empty'
import { duration, when } from '@/ui/format'
import classes from './MyReviews.module.css'
import { callName } from './callName'

/** The latest shared first. */
export function MyReviewList({ reviews }: { reviews: readonly MyReviewListed[] }) {
  if (reviews.length === 0) return <Empty title="No call was shared with you yet">When a coach shares one, it stands here and in the lobby.</Empty>
  return (
    <ul className={classes.list} aria-label="Calls that were shared with you">
      {reviews.map((review) => (
        <li key={review.id} className={classes.row}>
          <Link to={`/my-reviews/${review.id}`} className={classes.name}>
            {callName(review)}
          </Link>
          {review.isNew && <span className={classes.new}>New</span>}
          <span className={classes.soft}>
            {duration(review.durationMs)}, shared by {review.sharedBy} {when(review.sharedAt)}
          </span>
        </li>
      ))}
    </ul>
  )
}
