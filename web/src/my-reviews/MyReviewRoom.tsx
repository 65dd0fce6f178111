import type { MyReview, ReviewLine, SoundOutline } from '@/api/types'
import { MomentsContext } from '@/debrief/moments'
import { PlayerBar } from '@/debrief/PlayerBar'
import { useMoments } from '@/debrief/useMoments'
import { usePlayback } from '@/debrief/usePlayback'
import { CallPanel } from '@/reviews/reading/CallPanel'
import { lineAt } from '@/reviews/reading/places'
import { ReviewReport } from '@/reviews/reading/ReviewReport'
import room from '@/reviews/reading/ReviewRoom.module.css'
import { ReviewTranscript } from '@/reviews/reading/ReviewTranscript'
import { Panel } from '@/ui/Panel'
import { CoachWords } from './CoachWords'
import { MyAnswers } from './MyAnswers'
import { Comparisons } from './Comparisons'

const numberOf = ({ number }: ReviewLine) => number

/** One's own call to be heard and read, with what the coach says about it. */
export function MyReviewRoom({ review, outline }: { review: MyReview; outline: SoundOutline | undefined }) {
  const { lines, marks } = review
  const playback = usePlayback(review.durationMs, true)
  const { moments, canPlay, back } = useMoments(lines, numberOf, playback)
  const { playFrom } = playback
  const started = playback.playing || playback.atMs > 0
  return (
    <MomentsContext.Provider value={moments}>
      <CoachWords review={review} play={playFrom} />
      <CallPanel
        src={`/api/my-reviews/${review.id}/sound`}
        playback={playback}
        canPlay={canPlay}
        lines={lines}
        marks={marks}
        outline={outline}
        staffChannel={review.hasSides ? review.staffChannel : null}
        debrief={review.debrief}
        durationMs={review.durationMs}
      />
      <div className={room.columns}>
        <div className={room.report}>
          <ReviewReport debrief={review.debrief} own />
          <MyAnswers review={review} play={playFrom} />
          <Comparisons comparisons={review.practices} />
        </div>
        <Panel title="What was said" className={room.said}>
          <ReviewTranscript lines={lines} marks={marks} current={started ? (lineAt(lines, playback.atMs)?.number ?? null) : null} playing={playback.playing} play={canPlay ? playFrom : undefined} />
        </Panel>
      </div>
      {canPlay && <PlayerBar playback={playback} {...back} />}
    </MomentsContext.Provider>
  )
}
