import type { TrendDirection, TrendDriver, TrendPoint } from '@/api/types'
import { count } from './format'
import { words } from './words'

export const directionWord: Record<TrendDirection, string> = {
  notEnough: 'Not enough calls yet',
  improving: 'Improving',
  stable: 'Steady',
  declining: 'Going down',
}

/** What a trend line shows, for somebody who does not see it. */
export function describeTrend(name: string, points: readonly TrendPoint[]): string {
  const first = points[0]
  const last = points[points.length - 1]
  if (!first || !last) return `${name}: no judged calls yet.`
  if (points.length === 1) return `${name}: ${last.score} of 100 in the one judged call.`
  return `${name} over ${count(points.length, 'call')}: from ${first.score} to ${last.score} of 100, between ${Math.min(...points.map((point) => point.score))} and ${Math.max(...points.map((point) => point.score))}.`
}

/** What drives a trend: "Driven by answering feelings (+12) and warm words (+4)." */
export function describeDrivers(drivers: readonly TrendDriver[]): string {
  const named = drivers.map(({ driver, change }) => `${words.driver[driver]} (${change > 0 ? '+' : '−'}${Math.abs(change)})`)
  return `Driven by ${new Intl.ListFormat('en').format(named)}.`
}
