import { useMemo, type ReactNode } from 'react'
import type { CallDetail } from '@/api/types'
import { useSessionUser } from '@/app/useSessionUser'
import { Panel } from '@/ui/Panel'
import { LatencyPanel } from './LatencyPanel'
import classes from './ListenAgain.module.css'
import { MomentsContext } from './moments'
import { PlayerBar } from './PlayerBar'
import { holdSpans } from './readEvents'
import { TalkPicture } from './TalkPicture'
import { talkTimeline } from './talkTimeline'
import { Transcript } from './Transcript'
import { useMoments } from './useMoments'
import { usePlayback } from './usePlayback'

interface Props {
  call: CallDetail
  /** Over the whole width, before everything else. */
  opening: ReactNode
  /** Beside the transcript where there is room, before it where there is not. */
  details?: ReactNode
}

const utteranceOf = ({ utterance }: CallDetail['transcript'][number]) => utterance

/** A call to be heard again: the picture, the transcript and the player. What is said about the call stands around it and can point into it. */
export function ListenAgain({ call, opening, details }: Props) {
  const { summary, transcript, events } = call
  const user = useSessionUser()
  const trainee = user && summary.traineeName !== user.displayName ? summary.traineeName : 'You'
  const playback = usePlayback(summary.durationMs, summary.hasRecording)
  const { moments, canPlay, back } = useMoments(transcript, utteranceOf, playback)
  const timeline = useMemo(() => talkTimeline(transcript, summary.durationMs, holdSpans(events, summary.durationMs)), [transcript, events, summary.durationMs])

  return (
    <MomentsContext.Provider value={moments}>
      {opening}
      <div className={classes.columns} data-alone={!details || undefined}>
        {details && <div className={classes.details}>{details}</div>}
        <Panel title={canPlay ? 'Listen again' : 'Read it again'} className={classes.call}>
          {!canPlay && <p className={classes.missing}>There is no recording of this call; the transcript is complete.</p>}
          <TalkPicture timeline={timeline} patientName={summary.patientName} trainee={trainee} atMs={canPlay ? playback.atMs : null} />
          <Transcript call={call} trainee={trainee} playback={canPlay ? playback : null} />
        </Panel>
      </div>
      <LatencyPanel call={call} />
      {/* The transcript is its caption. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      {summary.hasRecording && <audio {...playback.audioProps} src={`/api/calls/${summary.id}/recording`} />}
      {canPlay && <PlayerBar playback={playback} {...back} />}
    </MomentsContext.Provider>
  )
}
