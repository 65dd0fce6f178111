import { Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { queries } from '@/api/queries'
import type { ReviewSummary } from '@/api/types'
import { count, duration, when } from '@/ui/format'
import classes from './ReviewRow.module.css'
import { RowActions } from './RowActions'
import { standing } from './standing'

export function ReviewRow({ review }: { review: ReviewSummary }) {
  const disputed = useQuery(queries.disputes()).data?.filter(({ recordedCallId }) => recordedCallId === review.id).length ?? 0
  const { status, progress } = review
  return (
    <li className={classes.row} data-status={status}>
      <div className={classes.what}>
        {status === 'ready' ? (
          <Link to={`/reviews/${review.id}`} className={classes.name}>
            {review.fileName}
          </Link>
        ) : (
          <span className={classes.name}>{review.fileName}</span>
        )}
        <span className={classes.soft}>
          {[review.staffName, review.queue, review.takenAt ? when(review.takenAt) : `uploaded ${when(review.uploadedAt)}`, !review.consentNoted && 'consent not noted'].filter(Boolean).join(', ')}
        </span>
        {disputed > 0 && <strong>{count(disputed, 'open dispute')}</strong>}
        {review.notes.map((note) => (
          <span key={note} className={classes.soft}>
            {note}
          </span>
        ))}
      </div>
      <div className={classes.stands}>
        <span role={status === 'failed' ? 'alert' : undefined}>{standing(review)}</span>
        {status === 'working' && progress && <Progress value={progress.done * 100} size="sm" aria-label={`${review.fileName}: ${Math.round(progress.done * 100)} % of this stage`} />}
        {review.durationMs !== null && <span className={classes.soft}>{duration(review.durationMs)}</span>}
      </div>
      <RowActions review={review} />
    </li>
  )
}
