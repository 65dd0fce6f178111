import type { Debrief, ReviewLine, ReviewMark, SoundOutline } from '@/api/types'
import type { Playback } from '@/debrief/usePlayback'
import { VoiceLines } from '@/debrief/VoiceLines'
import { Panel } from '@/ui/Panel'
import { ListeningKeys } from './ListeningKeys'
import { ListeningSwitches } from './ListeningSwitches'
import { MarkList } from './MarkList'
import classes from './ReviewRoom.module.css'
import { useListening } from './useListening'
import { Waveform } from './Waveform'

interface CallPanelProps {
  /** Where its sound is. */
  src: string
  playback: Playback
  canPlay: boolean
  lines: readonly ReviewLine[]
  marks: readonly ReviewMark[]
  outline: SoundOutline | undefined
  /** Null while it is not known who is on which. */
  staffChannel: number | null
  debrief: Debrief | null
  durationMs: number
  /** The recorded call whose moments may be turned into practice. */
  practiseIn?: string | undefined
}

/** A recorded call to be heard: its picture, both voices, its moments, and the ways to listen. */
export function CallPanel({ src, playback, canPlay, lines, marks, outline, staffChannel, debrief, durationMs, practiseIn }: CallPanelProps) {
  const ways = useListening(playback, lines, marks)
  return (
    <Panel title="The call" aside={<ListeningKeys />}>
      {/* Its words stand below, in the transcript. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <audio {...playback.audioProps} src={src} />
      {outline && <Waveform media={playback.audioProps.ref} outline={outline} marks={marks} staffChannel={staffChannel} play={playback.playFrom} />}
      {debrief && <VoiceLines points={debrief.numbers.voice} others={debrief.numbers.otherVoice} durationMs={durationMs} />}
      {!canPlay && <p className={classes.missing}>The sound cannot be played; the transcript is complete.</p>}
      <ListeningSwitches {...ways} />
      <MarkList marks={marks} lines={lines} play={playback.playFrom} practiseIn={practiseIn} />
    </Panel>
  )
}
