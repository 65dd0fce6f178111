import type { MyReview } from '@/api/types'
import { AnswerList } from '@/reviews/answers/AnswerList'
import { Panel } from '@/ui/Panel'
import { AnswerForm } from './AnswerForm'

/** What one has answered to the review, with the replies of coaches, and room for more. */
export function MyAnswers({ review, play }: { review: MyReview; play: (atMs: number) => void }) {
  return (
    <Panel title="Your answer">
      <AnswerList answers={review.answers} play={play} />
      <AnswerForm key={review.answers.length} review={review} />
    </Panel>
  )
}
