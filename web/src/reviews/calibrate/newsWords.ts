import type { MyNotice } from '@/api/types'
import { count } from '@/ui/format'

/** What a coach is told of their calibrations: one sentence for each kind of news. */
export function newsWords({ toJudge, opened }: MyNotice): string[] {
  const sentences = [
    toJudge > 0 && `You are to judge ${count(toJudge, 'recording')}, blind to what the others make of ${toJudge === 1 ? 'it' : 'them'}.`,
    opened > 0 && (opened === 1 ? 'A calibration that you are in has opened: its results are there.' : `${opened} calibrations that you are in have opened: their results are there.`),
  ]
  return sentences.filter((sentence) => sentence !== false)
}
