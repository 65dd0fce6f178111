import type { MyReview, ReviewLine, SoundOutline } from '@/api/types'
import { MomentsContext } from '@/debrief/moments'
import { PlayerBar } from '@/debrief/PlayerBar'
import { useMoments } from '@/debrief/useMoments'
import { usePlayback } from '@/debrief/usePlayback'
import { VoiceLines } from '@/debrief/VoiceLines'
import { ListeningKeys } from '@/reviews/reading/ListeningKeys'
import { ListeningSwitches } from '@/reviews/reading/ListeningSwitches'
import { MarkList } from '@/reviews/reading/MarkList'
import { lineAt } from '@/reviews/reading/places'
import { ReviewReport } from '@/reviews/reading/ReviewReport'
import room from '@/reviews/reading/ReviewRoom.module.css'
import { ReviewTranscript } from '@/reviews/reading/ReviewTranscript'
import { useListening } from '@/reviews/reading/useListening'
import { Waveform } from '@/reviews/reading/Waveform'
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
  const ways = useListening(playback, lines, marks)
  const started = playback.playing || playback.atMs > 0
  return (
    <MomentsContext.Provider value={moments}>
      <CoachWords review={review} play={playFrom} />
      <Panel title="The call" aside={<ListeningKeys />}>
        {/* Its words stand below, in the transcript. */}
        {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
        <audio {...playback.audioProps} src={`/api/my-reviews/${review.id}/sound`} />
        {outline && <Waveform media={playback.audioProps.ref} outline={outline} marks={marks} staffChannel={review.hasSides ? review.staffChannel : null} play={playFrom} />}
        {review.debrief && <VoiceLines points={review.debrief.numbers.voice} others={review.debrief.numbers.otherVoice} durationMs={review.durationMs} />}
        {!canPlay && <p className={room.missing}>The sound cannot be played; the transcript is complete.</p>}
        <ListeningSwitches {...ways} />
        <MarkList marks={marks} lines={lines} play={playFrom} />
      </Panel>
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
