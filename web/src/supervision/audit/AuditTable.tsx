import { Anchor, Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { queries } from '@/api/queries'
import type { SupervisionEntry } from '@/api/types'
import { Empty } from '@/ui/Empty'
import { clock, duration, when } from '@/ui/format'
import { Loading } from '@/ui/Loading'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import { words } from '@/ui/words'
import classes from './SupervisionPage.module.css'

/** Everything that supervisors did, the newest first. */
export function AuditTable() {
  const audit = useInfiniteQuery(queries.supervisionAudit())
  const entries = audit.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <Panel title="What supervisors did">
      {audit.isPending && <Loading what="Fetching the list" />}
      {audit.isError && <ProblemNote problem={audit.error} retry={() => void audit.refetch()} />}
      {audit.isSuccess && entries.length === 0 && <Empty title="Nobody has listened in yet">Every time a supervisor comes into a call, it is written down here.</Empty>}
      {entries.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">What</th>
              <th scope="col">Call</th>
              <th scope="col">How long</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <AuditRow key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      )}
      {audit.hasNextPage && (
        <div>
          <Button variant="default" loading={audit.isFetchingNextPage} onClick={() => void audit.fetchNextPage()}>
            Show older entries
          </Button>
        </div>
      )}
    </Panel>
  )
}

function AuditRow({ entry }: { entry: SupervisionEntry }) {
  return (
    <tr>
      <td>{when(entry.at)}</td>
      <td>{entry.supervisor}</td>
      <td>{words.supervisionAct[entry.act]}</td>
      <td>
        <Anchor component={Link} to={`/calls/${entry.callId}`}>
          {entry.trainee}
        </Anchor>
        <span className={classes.soft}>
          {entry.scenarioTitle}, at {clock(entry.atMs)}
        </span>
      </td>
      <td className={classes.number}>
        {entry.durationMs === null ? 'still going on' : entry.durationMs > 0 && duration(entry.durationMs)}
        {entry.endedBecause && <span className={classes.soft}>{words.supervisionEnd[entry.endedBecause]}</span>}
      </td>
    </tr>
  )
}
