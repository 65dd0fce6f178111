import type { MyReview } from '@/api/types'
import { SharedWords } from '@/reviews/share/SharedWords'
import { Panel } from '@/ui/Panel'

/** What the coach says; nothing where they shared the call alone. */
export function CoachWords({ review: { words, sharedBy, debrief }, play }: { review: MyReview; play: (atMs: number) => void }) {
  if (!words.note && words.scores.length === 0 && words.comments.length === 0) return null
  return (
    <Panel title={`From ${sharedBy}`} tone="trainee">
      <SharedWords words={words} play={play} workedOut={new Map(debrief?.categories.map(({ category, score }) => [category, score]))} />
    </Panel>
  )
}
