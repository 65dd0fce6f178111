import { memo, useEffect, useRef, type RefObject } from 'react'
import WaveSurfer from 'wavesurfer.js'
import type { ReviewMark, SoundOutline } from '@/api/types'
import { clock } from '@/ui/format'
import { markWords } from './markWords'
import classes from './Waveform.module.css'

interface Props {
  /** The element that plays. */
  media: RefObject<HTMLAudioElement | null>
  outline: SoundOutline
  marks: readonly ReviewMark[]
  /** Null: nobody knows who speaks. */
  staffChannel: number | null
  play: (atMs: number) => void
}

/** Both sides of the call over its time; a click plays from there. Its moments stand above it. */
export const Waveform = memo(function Waveform({ media, outline, marks, staffChannel, play }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const container = place.current
    if (!container || !media.current) return
    const style = getComputedStyle(container)
    const colour = (name: string) => style.getPropertyValue(name).trim()
    const colourOf = (channel: number) => (staffChannel === null ? colour('--ink-soft') : colour(channel === staffChannel ? '--trainee' : '--patient'))
    const wave = WaveSurfer.create({
      container,
      media: media.current,
      peaks: outline.channels.map((levels) => levels.map((level) => level / 255)),
      duration: outline.durationMs / 1000,
      normalize: true,
      cursorColor: colour('--ink'),
      cursorWidth: 2,
      barWidth: 2,
      barGap: 1,
      height: 56,
      splitChannels: outline.channels.map((_, channel) => ({ height: 56, waveColor: `color-mix(in srgb, ${colourOf(channel)} 45%, transparent)`, progressColor: colourOf(channel) })),
    })
    return () => wave.destroy()
  }, [media, outline, staffChannel])
  return (
    <div className={classes.frame}>
      <div className={classes.marks} aria-hidden="true">
        {marks.map((mark) => (
          <button
            key={`${mark.kind}-${mark.startMs}-${mark.line}`}
            type="button"
            tabIndex={-1}
            className={classes.mark}
            data-kind={mark.kind}
            title={`${clock(mark.startMs)} ${markWords[mark.kind]}: ${mark.text}`}
            style={{ left: share(mark.startMs, outline), width: `max(6px, ${share(mark.endMs - mark.startMs, outline)})` }}
            onClick={() => play(mark.startMs)}
          />
        ))}
      </div>
      <div ref={place} role="img" aria-label={describe(outline, staffChannel)} className={classes.wave} />
    </div>
  )
})

const share = (ms: number, { durationMs }: SoundOutline) => `${(100 * ms) / Math.max(1, durationMs)}%`

const describe = ({ channels, durationMs }: SoundOutline, staffChannel: number | null) =>
  channels.length === 2 && staffChannel !== null
    ? `The sound of the call over ${clock(durationMs)}: staff in the ${staffChannel === 0 ? 'upper' : 'lower'} half, the caller in the other.`
    : `The sound of the call over ${clock(durationMs)}.`
