import { useCallback } from 'react'
import classes from './EngineOptions.module.css'

/** Plays at once, and again as often as one likes. */
export function VoiceSample({ wavBase64, label }: { wavBase64: string; label: string }) {
  const load = useCallback(
    (audio: HTMLAudioElement) => {
      const url = URL.createObjectURL(new Blob([Uint8Array.from(atob(wavBase64), (char) => char.charCodeAt(0))], { type: 'audio/wav' }))
      audio.src = url
      return () => URL.revokeObjectURL(url)
    },
    [wavBase64],
  )
  // The words that are spoken stand above it.
  // eslint-disable-next-line jsx-a11y/media-has-caption
  return <audio ref={load} className={classes.sample} controls autoPlay aria-label={label} />
}
