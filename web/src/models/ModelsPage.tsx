import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { queries } from '@/api/queries'
import type { ModelRole } from '@/api/types'
import { useIsIn } from '@/app/useSessionUser'
import { Loading } from '@/ui/Loading'
import { Note } from '@/ui/Note'
import { Page } from '@/ui/Page'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import { words } from '@/ui/words'
import { ByHand } from './ByHand'
import { ModelRow } from './ModelRow'
import classes from './ModelsPage.module.css'
import { advice, isAtWork, machineWords } from './modelWords'

export default function ModelsPage() {
  const isAdministrator = useIsIn('administrator')
  return (
    <Page title="Models" intro="What better engines need to hear and to speak. A model is fetched once and then works on this machine alone.">
      {isAdministrator ? <Models /> : <Note>Only an administrator may see this page.</Note>}
    </Page>
  )
}

function Models() {
  const models = useQuery({
    ...queries.models(),
    // What is put there by hand, or from the command line, shows too.
    refetchInterval: ({ state }) => (state.data?.models.some(isAtWork) ? 1_000 : 10_000),
  })
  if (models.isPending) return <Loading what="Looking at the machine" />
  if (!models.data) return <ProblemNote problem={models.error} retry={() => void models.refetch()} />
  const { machine, models: all } = models.data
  const installed = all.filter((model) => model.standing.stage === 'installed').length
  return (
    <>
      {models.isError && <ProblemNote problem={models.error} retry={() => void models.refetch()} />}
      <Panel title="This machine">
        <p className={classes.text}>
          <strong>{advice(all)}</strong>
        </p>
        <p className={classes.text}>{machineWords(machine)}</p>
        <p className={classes.soft}>
          {all.filter((model) => model.fits).length} of {all.length} models fit. {installed === 0 ? 'None is installed yet.' : installed === 1 ? 'One is installed.' : `${installed} are installed.`}{' '}
          <Anchor component={Link} to="/engines" underline="always">
            See which engines run now
          </Anchor>
        </p>
      </Panel>
      {(Object.keys(words.model) as ModelRole[]).map((role) => {
        const here = all.filter((model) => model.role === role)
        return (
          here.length > 0 && (
            <Panel key={role} title={words.model[role]}>
              {!here.some((model) => model.usable) && (
                <Note>This server was built without the engine that loads these models, because its package feed has no such package. A server of your own can do the same: see the engines page.</Note>
              )}
              <ul className={classes.models}>
                {[...here]
                  .sort((a, b) => Number(b.recommended) - Number(a.recommended) || Number(b.fits) - Number(a.fits))
                  .map((model) => (
                    <ModelRow key={model.name} model={model} />
                  ))}
              </ul>
            </Panel>
          )
        )
      })}
      <ByHand list={models.data} />
    </>
  )
}
