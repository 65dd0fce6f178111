import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import { useIsIn } from '@/app/useSessionUser'
import { Empty } from '@/ui/Empty'
import { Loading } from '@/ui/Loading'
import { Page } from '@/ui/Page'
import { ProblemNote } from '@/ui/ProblemNote'
import classes from './EnginesPage.module.css'
import { EnginePanel } from './EnginePanel'
import { ScenarioProblems } from './ScenarioProblems'

export default function EnginesPage() {
  const engines = useQuery(queries.engines())
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
      {isAdministrator && <ScenarioProblems />}
    </Page>
  )
}
