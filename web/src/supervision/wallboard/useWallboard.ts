import { useEffect, useState, useSyncExternalStore } from 'react'
import { SignalRSupervisionHub } from '@/realtime/supervision/supervisionHub'
import { WallboardFeed, type WallboardView } from '@/realtime/supervision/WallboardFeed'

/** The live board, for as long as the page is open. */
export function useWallboard(): { view: WallboardView; retry: () => void } {
  const [feed] = useState(() => new WallboardFeed(new SignalRSupervisionHub(), () => performance.now()))
  useEffect(() => {
    void feed.open()
    return () => feed.dispose()
  }, [feed])
  const view = useSyncExternalStore(
    (changed) => feed.changed.on(changed),
    () => feed.view,
  )
  return { view, retry: () => void feed.open() }
}
