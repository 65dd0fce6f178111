import type { VoicePoint } from '@/api/types'

/** As many as can be told apart in a picture. */
const most = 120

export interface SteadyPoint {
  atMs: number
  value: number
}

/** A figure over time without the points that have none; of a long call the means of neighbours, at most 120. */
export function steadied(points: readonly VoicePoint[], of: (point: VoicePoint) => number | null): SteadyPoint[] {
  const known = points.flatMap((point) => {
    const value = of(point)
    return value === null ? [] : [{ atMs: point.atMs, value }]
  })
  const together = Math.ceil(known.length / most)
  return Array.from({ length: Math.ceil(known.length / Math.max(1, together)) }, (_, n) => mean(known.slice(n * together, (n + 1) * together)))
}

const mean = (points: readonly SteadyPoint[]): SteadyPoint => ({
  atMs: points.reduce((sum, { atMs }) => sum + atMs, 0) / points.length,
  value: points.reduce((sum, { value }) => sum + value, 0) / points.length,
})
