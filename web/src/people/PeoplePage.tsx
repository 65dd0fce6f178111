import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import { useIsIn } from '@/app/useSessionUser'
import { Loading } from '@/ui/Loading'
import { Note } from '@/ui/Note'
import { Page } from '@/ui/Page'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import { InviteForm } from './InviteForm'
import classes from './PeoplePage.module.css'
import { PersonRow } from './PersonRow'

export default function PeoplePage() {
  const isAdministrator = useIsIn('administrator')
  return (
    <Page title="People" intro="Who may practise here, and as what.">
      {isAdministrator ? <People /> : <Note>Only an administrator may see this page.</Note>}
    </Page>
  )
}

function People() {
  const people = useQuery(queries.people())
  return (
    <div className={classes.columns}>
      <Panel title="In your organisation">
        {people.isPending && <Loading what="Fetching the list" />}
        {people.isError && <ProblemNote problem={people.error} retry={() => void people.refetch()} />}
        <ul className={classes.people}>
          {people.data?.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </ul>
      </Panel>
      <Panel title="Invite somebody">
        <InviteForm />
      </Panel>
    </div>
  )
}
