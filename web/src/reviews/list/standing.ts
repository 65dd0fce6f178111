import type { ReviewStage, ReviewSummary } from '@/api/types'
import { count, duration, fileSize } from '@/ui/format'
import { hasSides } from '../hasSides'

const doing: Record<ReviewStage, string> = {
  probe: 'Looking into the file',
  decode: 'Decoding the sound',
  transcribe: 'Writing down what was said',
}

/** Where a recording stands, in one or two sentences. */
export function standing(review: ReviewSummary): string {
  const { status, stage, progress, before, problem } = review
  if (status === 'uploading') return `${fileSize(review.receivedBytes)} of ${fileSize(review.bytes)} have arrived. Choose the same file above to go on.`
  if (status === 'queued') return before ? `Waits; ${count(before, 'recording comes', 'recordings come')} before it` : 'Waits; it is next'
  if (status === 'working') return progress?.secondsLeft == null ? doing[stage] : `${doing[stage]}; about ${duration(progress.secondsLeft * 1000)} left`
  if (status === 'failed') return problem ?? 'It failed.'
  return hasSides(review) ? 'Ready' : 'Ready, as one unknown speaker'
}
