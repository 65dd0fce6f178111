import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconDownload } from '@tabler/icons-react'
import { Link } from 'react-router'
import { queries } from '@/api/queries'
import { useIsIn } from '@/app/useSessionUser'
import { Empty } from '@/ui/Empty'
import { Loading } from '@/ui/Loading'
import { Note } from '@/ui/Note'
import { Page } from '@/ui/Page'
import { ProblemNote } from '@/ui/ProblemNote'
import classes from './EnginesPage.module.css'
import { EnginePanel } from './EnginePanel'
import { ScenarioProblems } from './ScenarioProblems'

export default function EnginesPage() {
  // What failed is told for a minute, so the page looks again by itself.
  const engines = useQuery({ ...queries.engines(), refetchInterval: 10_000, refetchOnMount: 'always' })
  const isAdministrator = useIsIn('administrator')
  const limited = engines.data?.filter((choice) => choice.limited).length ?? 0
  return (
    <Page title="What runs on this server" tabTitle="Engines" intro={engines.data && engines.data.length > 0 && (limited === 0 ? 'Everything a call needs runs.' : 'A call works, with limits. What that means and what to do stands below.')}>
      {engines.isPending && <Loading what="Asking the server" />}
      {engines.isError && <ProblemNote problem={engines.error} retry={() => void engines.refetch()} />}
      {engines.data?.length === 0 && <Empty title="The server names no engine">This is not how it should be. Tell your administrator.</Empty>}
      {engines.data && engines.data.length > 0 && (
        <div className={classes.engines}>
          {[...engines.data]
            .sort((a, b) => Number(b.limited) - Number(a.limited))
            .map((choice) => (
              <EnginePanel key={choice.role} choice={choice} />
            ))}
        </div>
      )}
      {isAdministrator && (
        <Note quiet icon={<IconDownload size={22} aria-hidden />}>
          <span>Better engines than these need a model.</span>
          <Anchor component={Link} to="/models" underline="always">
            See which models fit this machine
          </Anchor>
        </Note>
      )}
      {isAdministrator && <ScenarioProblems />}
    </Page>
  )
}
