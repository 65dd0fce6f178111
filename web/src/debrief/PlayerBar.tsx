import { ActionIcon, Button } from '@mantine/core'
import { IconArrowBackUp, IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { clock } from '@/ui/format'
import classes from './PlayerBar.module.css'
import type { Playback } from './usePlayback'

/** Stays at the lower edge, so that a moment played from anywhere can be stopped from anywhere. */
export function PlayerBar({ playback, goBack }: { playback: Playback; goBack?: () => void }) {
  const { playing, atMs, durationMs, rate } = playback
  const place = `${clock(atMs)} of ${clock(durationMs)}`
  return (
    <section aria-label="Recording" className={classes.bar}>
      <ActionIcon size={46} radius="xl" onClick={playback.toggle} aria-label={playing ? 'Pause' : 'Play'}>
        {playing ? <IconPlayerPauseFilled size={20} aria-hidden /> : <IconPlayerPlayFilled size={20} aria-hidden />}
      </ActionIcon>
      <input
        type="range"
        className={classes.place}
        aria-label="Place in the recording"
        aria-valuetext={place}
        min={0}
        max={Math.ceil(durationMs)}
        step={1000}
        value={atMs}
        onChange={(event) => playback.seek(Number(event.currentTarget.value))}
      />
      <span className={classes.time} aria-hidden="true">
        {clock(atMs)}
        <span className={classes.total}> / {clock(durationMs)}</span>
      </span>
      <Button variant="subtle" color="gray" size="compact-md" className={classes.rate} onClick={playback.nextRate} aria-label={`${rate}× speed`}>
        {rate}×
      </Button>
      {goBack && (
        <Button variant="default" size="compact-md" radius="xl" leftSection={<IconArrowBackUp size={17} aria-hidden />} onClick={goBack} className={classes.back}>
          Back
        </Button>
      )}
    </section>
  )
}
