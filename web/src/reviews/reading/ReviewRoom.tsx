import type { ReviewLine, ReviewReading, SoundOutline } from '@/api/types'
import { MomentsContext } from '@/debrief/moments'
import { PlayerBar } from '@/debrief/PlayerBar'
import { useMoments } from '@/debrief/useMoments'
import { usePlayback } from '@/debrief/usePlayback'
import { Panel } from '@/ui/Panel'
import { ActionsPanel } from '../actions/ActionsPanel'
import { AnswersPanel } from '../answers/AnswersPanel'
import { hasSides } from '../hasSides'
import { JudgePanel } from '../judge/JudgePanel'
import { SharePanel } from '../share/SharePanel'
import { useComeTo } from '../search/useComeTo'
import { CallPanel } from './CallPanel'
import { ReviewReport } from './ReviewReport'
import classes from './ReviewRoom.module.css'
import { ReviewTranscript } from './ReviewTranscript'
import { lineAt } from './places'
import { useKeepPlace } from './useKeepPlace'

const numberOf = ({ number }: ReviewLine) => number

/** A call to be heard and judged: its picture, its moments, what was said, and what can be said about it. */
export function ReviewRoom({ reading, outline }: { reading: ReviewReading; outline: SoundOutline | undefined }) {
  const { review, lines, marks } = reading
  const playback = usePlayback(review.durationMs ?? 0, true)
  const { moments, canPlay, back } = useMoments(lines, numberOf, playback)
  const { playFrom } = playback
  const src = `/api/reviews/${review.id}/sound${reading.revealed ? '?reveal=true' : ''}`
  useKeepPlace(src, playback)
  useComeTo(playback)

  const started = playback.playing || playback.atMs > 0

  return (
    <MomentsContext.Provider value={moments}>
      <CallPanel
        src={src}
        playback={playback}
        canPlay={canPlay}
        lines={lines}
        marks={marks}
        outline={outline}
        staffChannel={hasSides(review) ? review.staffChannel : null}
        debrief={reading.debrief}
        durationMs={review.durationMs ?? 0}
        practiseIn={reading.debrief ? review.id : undefined}
      />
      <div className={classes.columns}>
        <div className={classes.report}>
          <ReviewReport debrief={reading.debrief} />
          <JudgePanel reading={reading} atMs={playback.atMs} play={playFrom} />
          <SharePanel review={review} play={playFrom} />
          <AnswersPanel reviewId={review.id} play={playFrom} />
          <ActionsPanel review={review} />
        </div>
        <Panel title="What was said" className={classes.said}>
          <ReviewTranscript correctIn={review.id} lines={lines} marks={marks} current={started ? (lineAt(lines, playback.atMs)?.number ?? null) : null} playing={playback.playing} play={canPlay ? playFrom : undefined} />
        </Panel>
      </div>
      {canPlay && <PlayerBar playback={playback} {...back} />}
    </MomentsContext.Provider>
  )
}
