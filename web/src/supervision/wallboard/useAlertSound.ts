import { useLocalStorage } from '@mantine/hooks'
import { useEffect, useMemo, useRef } from 'react'
import type { BoardCall } from '@/realtime/supervision/WallboardFeed'
import { alertKeys } from './arrange'
import { chime } from './chime'

/** A short sound for each new alert, unless it was turned off; remembered in this browser. */
export function useAlertSound(calls: ReadonlyMap<string, BoardCall>): { on: boolean; set: (on: boolean) => void } {
  const [on, set] = useLocalStorage({ key: 'wallboard-sound', defaultValue: true, getInitialValueInEffect: false })
  const heard = useRef<Set<string> | null>(null)
  useEffect(() => {
    const now = alertKeys(calls.values())
    // Those that stand when the page opens are seen; they need not be heard.
    const isNew = heard.current !== null && [...now].some((key) => !heard.current?.has(key))
    heard.current = now
    if (isNew && on) chime()
  }, [calls, on])
  return useMemo(() => ({ on, set }), [on, set])
}
