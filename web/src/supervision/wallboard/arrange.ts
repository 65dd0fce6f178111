import type { Difficulty } from '@/api/types'
import type { BoardCall } from '@/realtime/supervision/WallboardFeed'

export interface BoardFilter {
  text: string
  difficulty: Difficulty | null
  /** Only calls with an alert. */
  needy: boolean
}

export const noFilter: BoardFilter = { text: '', difficulty: null, needy: false }

export function fits({ row }: BoardCall, { text, difficulty, needy }: BoardFilter): boolean {
  if (difficulty && row.difficulty !== difficulty) return false
  if (needy && row.alerts.length === 0) return false
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const said = `${row.trainee} ${row.patient} ${row.scenarioTitle}`.toLowerCase()
  return words.every((word) => said.includes(word))
}

/** Who needs help most comes first; among equals the call that was placed first, so that nothing jumps without a reason. */
export function byNeed(a: BoardCall, b: BoardCall): number {
  return b.row.need - a.row.need || (a.row.callId < b.row.callId ? -1 : 1)
}

/**
 * The calls to be shown, in their order. While `held` has an order (somebody points at the board) what it has stays where
 * it is, and what is new comes after it.
 */
export function arrange(calls: Iterable<BoardCall>, filter: BoardFilter, held: readonly string[] | null): BoardCall[] {
  const shown = [...calls].filter((call) => fits(call, filter)).sort(byNeed)
  if (!held) return shown
  const place = new Map(held.map((id, n) => [id, n]))
  const placeOf = ({ row }: BoardCall) => place.get(row.callId) ?? held.length
  return shown.sort((a, b) => placeOf(a) - placeOf(b) || byNeed(a, b))
}

/** Alerts that stand now, so that a new one can be told from those heard already. */
export function alertKeys(calls: Iterable<BoardCall>): Set<string> {
  const keys = new Set<string>()
  for (const { row } of calls) for (const alert of row.alerts) keys.add(`${row.callId}:${alert.kind}:${alert.sinceMs}`)
  return keys
}
