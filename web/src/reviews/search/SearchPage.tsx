import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '@mantine/core'
import { queries } from '@/api/queries'
import { Empty } from '@/ui/Empty'
import { count } from '@/ui/format'
import { LinkButton } from '@/ui/LinkButton'
import { Loading } from '@/ui/Loading'
import { Note } from '@/ui/Note'
import { Page } from '@/ui/Page'
import { ProblemNote } from '@/ui/ProblemNote'
import { Hit } from './Hit'
import { SearchForm } from './SearchForm'
import classes from './SearchPage.module.css'
import { useSearchFilters } from './useSearchFilters'
import { wholeDays } from './week'

/** Lines and moments of all recorded calls. */
export default function SearchPage() {
  const { values, change, clear, isAsked } = useSearchFilters()
  const found = useInfiniteQuery({ ...queries.search(wholeDays(values)), enabled: isAsked })
  const [first] = found.data?.pages ?? []
  const hits = found.data?.pages.flatMap((page) => page.hits) ?? []
  return (
    <Page title="Find in recorded calls" tabTitle="Find" intro="What was said, and the moments that stood out. Names and numbers are masked here too, and cannot be searched for.">
      <SearchForm key={JSON.stringify(values)} values={values} change={change} {...(isAsked && { clear })} />
      {found.isLoading && <Loading what="Searching the calls" />}
      {found.isError && <ProblemNote problem={found.error} retry={() => void found.refetch()} />}
      <p role="status" className={classes.count}>
        {first && `${count(hits.length, 'place')} shown, ${count(first.calls, 'call')} fit${first.calls === 1 ? 's' : ''}.`}
      </p>
      {first !== undefined && first.notYet > 0 && <Note>{count(first.notYet, 'recording')} cannot be found yet; they are being read. Search again in a minute.</Note>}
      {first && hits.length === 0 && <Empty title="Nothing fits all of that">Try fewer words, or a longer time.</Empty>}
      {hits.length > 0 && (
        <ol className={classes.hits} aria-label="What was found">
          {hits.map((hit) => (
            <Hit key={`${hit.reviewId}-${hit.atMs}-${hit.mark?.kind}-${hit.line?.number}`} hit={hit} />
          ))}
        </ol>
      )}
      {found.hasNextPage && (
        <div className={classes.more}>
          <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            Search older calls
          </Button>
        </div>
      )}
      <div>
        <LinkButton to="/reviews" variant="default">
          All recordings
        </LinkButton>
      </div>
    </Page>
  )
}
