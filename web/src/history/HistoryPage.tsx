import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import { Empty } from '@/ui/Empty'
import { count } from '@/ui/format'
import { LinkButton } from '@/ui/LinkButton'
import { Loading } from '@/ui/Loading'
import { Page } from '@/ui/Page'
import { ProblemNote } from '@/ui/ProblemNote'
import { CallFilterBar } from './CallFilterBar'
import { CallList } from './CallList'
import classes from './HistoryPage.module.css'
import { Trends } from './Trends'
import { toQuery, useCallFilters } from './useCallFilters'

export default function HistoryPage() {
  const { values, change, clear, isFiltered } = useCallFilters()
  const calls = useInfiniteQuery(queries.calls(toQuery(values)))
  const progress = useQuery(queries.progress())
  const all = calls.data?.pages.flatMap((page) => page.calls) ?? []
  const isNew = calls.isSuccess && all.length === 0 && !isFiltered

  return (
    <Page title={values.everybodys ? 'Everybody’s calls' : 'Your calls'} tabTitle="History">
      {isNew ? (
        <Empty title="No calls yet" action={<LinkButton to="/">Choose your first call</LinkButton>}>
          Every call you make is kept here, with its debrief and its recording.
        </Empty>
      ) : (
        <>
          {progress.isError && <ProblemNote problem={progress.error} retry={() => void progress.refetch()} />}
          {progress.data && !values.everybodys && <Trends categories={progress.data.categories} />}
          <section aria-labelledby="all-calls" className={classes.calls}>
            <div className={classes.head}>
              <h2 id="all-calls" className={classes.title}>
                All calls
              </h2>
              <span role="status" className={classes.count}>
                {calls.isSuccess && `${count(all.length, 'call')} shown${calls.hasNextPage ? ', there are more' : ''}`}
              </span>
            </div>
            <CallFilterBar values={values} change={change} {...(isFiltered && { clear })} />
            {calls.isPending && <Loading what="Fetching your calls" />}
            {calls.isError && <ProblemNote problem={calls.error} retry={() => void calls.refetch()} />}
            {calls.isSuccess && all.length === 0 && (
              <Empty
                title="No call fits all of that"
                action={
                  <Button variant="default" onClick={clear}>
                    Show all calls
                  </Button>
                }
              />
            )}
            {all.length > 0 && <CallList calls={all} />}
            {calls.hasNextPage && (
              <div className={classes.more}>
                <Button variant="default" loading={calls.isFetchingNextPage} onClick={() => void calls.fetchNextPage()}>
                  Show older calls
                </Button>
              </div>
            )}
          </section>
        </>
      )}
    </Page>
  )
}
