import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { queries, type ReviewFilters } from '@/api/queries'
import { Empty } from '@/ui/Empty'
import { count } from '@/ui/format'
import { Loading } from '@/ui/Loading'
import { ProblemNote } from '@/ui/ProblemNote'
import { ReviewFilterBar } from './ReviewFilterBar'
import classes from './ReviewList.module.css'
import { ReviewRow } from './ReviewRow'
import { useReviewFilters } from './useReviewFilters'

/** The newest first; what is being worked on moves by itself. */
export function ReviewList() {
  const { values, change, clear, isFiltered } = useReviewFilters()
  const reviews = useInfiniteQuery(queries.reviews(values))
  const all = reviews.data?.pages.flatMap((page) => page.reviews) ?? []
  return (
    <section aria-labelledby="all-reviews" className={classes.part}>
      <div className={classes.head}>
        <h2 id="all-reviews" className={classes.title}>
          All recordings
        </h2>
        <span role="status" className={classes.count}>
          {reviews.isSuccess && `${count(all.length, 'recording')} shown${reviews.hasNextPage ? ', there are more' : ''}`}
        </span>
      </div>
      <ReviewFilterBar values={values} change={change} {...(isFiltered && { clear })} />
      {reviews.isPending && <Loading what="Fetching the recordings" />}
      {reviews.isError && <ProblemNote problem={reviews.error} retry={() => void reviews.refetch()} />}
      {reviews.isSuccess && all.length === 0 && (
        <Empty title={isFiltered ? 'No recording fits all of that' : 'No recordings yet'}>{!isFiltered && 'What you drop above is decoded, written down and kept here.'}</Empty>
      )}
      {all.length > 0 && (
        <ul className={classes.list}>
          {all.map((review) => (
            <ReviewRow key={review.id} review={review} />
          ))}
        </ul>
      )}
      {all.length > 0 && (
        <div>
          <Button component="a" href={`/api/reviews/export${asSearch(values)}`} download variant="subtle">
            Export the table as CSV
          </Button>
        </div>
      )}
      {reviews.hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" loading={reviews.isFetchingNextPage} onClick={() => void reviews.fetchNextPage()}>
            Show older recordings
          </Button>
        </div>
      )}
    </section>
  )
}

/** The filters as the address of a file takes them. */
function asSearch(filters: ReviewFilters): string {
  const search = new URLSearchParams(Object.entries(filters).filter((entry): entry is [string, string] => !!entry[1]))
  return search.size > 0 ? `?${search}` : ''
}
