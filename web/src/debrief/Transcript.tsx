import { useMemo, useRef } from 'react'
import type { CallDetail } from '@/api/types'
import { useIsIn } from '@/app/useSessionUser'
import { misunderstoodUtterances } from './readEvents'
import classes from './Transcript.module.css'
import { TranscriptLine } from './TranscriptLine'
import { transcriptRows, utteranceAt } from './transcriptRows'
import { useFollow } from './useFollow'
import type { Playback } from './usePlayback'

/** Everything said, in step with the recording: a click on a line plays it, the line being heard is marked. */
export function Transcript({ call, playback, trainee }: { call: CallDetail; playback: Playback | null; trainee: string }) {
  const { transcript, events, summary } = call
  const rows = useMemo(() => transcriptRows(transcript, events, summary.durationMs), [transcript, events, summary.durationMs])
  const misunderstood = useMemo(() => misunderstoodUtterances(events), [events])
  const isCoach = useIsIn('coach')
  const current = playback && (playback.playing || playback.atMs > 0) ? utteranceAt(transcript, playback.atMs) : null
  const list = useRef<HTMLOListElement>(null)
  useFollow(list, current, playback?.playing ?? false)

  if (transcript.length === 0) return <p className={classes.nothing}>Nothing was said in this call.</p>
  return (
    // Scrolls by itself, so it has to be reachable by keyboard, whether or not its lines can be played.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ol ref={list} className={classes.transcript} aria-label="Transcript" tabIndex={0}>
      {rows.map((row) =>
        row.kind === 'mark' ? (
          <li key={`mark-${row.atMs}-${row.text}`} className={classes.mark}>
            {row.text}
          </li>
        ) : (
          <li key={row.line.utterance}>
            <TranscriptLine
              line={row.line}
              call={call}
              isCurrent={row.line.utterance === current}
              isMisunderstood={misunderstood.has(row.line.utterance)}
              trainee={trainee}
              mayAddPhrasing={isCoach}
              play={playback?.playFrom}
            />
          </li>
        ),
      )}
    </ol>
  )
}
