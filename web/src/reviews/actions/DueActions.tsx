import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import { Disclosure } from '@/ui/Disclosure'
import { count } from '@/ui/format'
import { ProblemNote } from '@/ui/ProblemNote'
import classes from './Actions.module.css'
import { CoachActions } from './CoachActions'

/** What everybody of the organisation still has to practise. */
export function DueActions() {
  const actions = useQuery(queries.actions({ done: false }))
  const all = actions.data ?? []
  const overdue = all.filter(({ state }) => state === 'overdue').length
  return (
    <Disclosure title="What is to be practised" hint={all.length === 0 ? 'Set on the page of a recording' : `${count(all.length, 'action')}, ${overdue === 0 ? 'none overdue' : `${overdue} overdue`}`}>
      {actions.isError && <ProblemNote problem={actions.error} retry={() => void actions.refetch()} />}
      {actions.data && all.length === 0 && <p className={classes.soft}>Nobody has anything to practise now.</p>}
      <CoachActions actions={all} label="To be practised" linked />
      <div>
        <Button component="a" href="/api/reviews/actions/export" download variant="subtle">
          Export all actions as CSV
        </Button>
      </div>
    </Disclosure>
  )
}
