import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { useIsIn } from '@/app/useSessionUser'
import { Empty } from '@/ui/Empty'
import { Loading } from '@/ui/Loading'
import { Note } from '@/ui/Note'
import { Page } from '@/ui/Page'
import { arrange, noFilter } from './arrange'
import { BoardFilters } from './BoardFilters'
import { BoardTrouble } from './BoardTrouble'
import { CallGrid } from './CallGrid'
import { useAlertSound } from './useAlertSound'
import { useWallboard } from './useWallboard'
import classes from './WallboardPage.module.css'

export default function WallboardPage() {
  const isSupervisor = useIsIn('supervisor')
  return (
    <Page title="Live calls" tabTitle="Wallboard">
      {isSupervisor ? <Wallboard /> : <Note>Only a supervisor may see this page.</Note>}
    </Page>
  )
}

function Wallboard() {
  const { view, retry } = useWallboard()
  const calls = useDeferredValue(view.calls)
  const sound = useAlertSound(view.calls)
  const [filter, setFilter] = useState(noFilter)
  const [held, setHeld] = useState<readonly string[] | null>(null)
  const shown = useMemo(() => arrange(calls.values(), filter, held), [calls, filter, held])
  const point = useCallback((pointing: boolean) => setHeld(pointing ? shown.map(({ row }) => row.callId) : null), [shown])
  const { is } = view.connection
  if (is === 'connecting' && calls.size === 0) return <Loading what="Looking for live calls" />
  return (
    <div className={classes.board}>
      <BoardTrouble connection={view.connection} retry={retry} />
      <BoardFilters filter={filter} change={setFilter} sound={sound} shown={shown.length} all={calls.size} held={held !== null} />
      {calls.size === 0 && is === 'connected' && <Empty title="Nobody is in a call right now">As soon as a trainee calls a patient, the call shows up here by itself.</Empty>}
      {calls.size > 0 && shown.length === 0 && <Empty title="No live call fits all of that">Change or clear the filters to see the others.</Empty>}
      <CallGrid calls={shown} onPointing={point} />
    </div>
  )
}
