import { useCallback, useMemo, useRef, useState } from 'react'

export const rates = [1, 1.25, 1.5, 0.75] as const

export interface Playback {
  state: 'loading' | 'ready' | 'missing'
  playing: boolean
  atMs: number
  durationMs: number
  rate: number
  /** Plays from a moment; stops by itself at another, where one is given. */
  playFrom: (atMs: number, untilMs?: number) => void
  seek: (atMs: number) => void
  toggle: () => void
  nextRate: () => void
  /** Spread onto the audio element. */
  audioProps: React.AudioHTMLAttributes<HTMLAudioElement> & { ref: React.RefObject<HTMLAudioElement | null> }
}

/** One audio element as state and a few verbs. */
export function usePlayback(expectedMs: number, hasRecording: boolean): Playback {
  const ref = useRef<HTMLAudioElement>(null)
  const untilMs = useRef<number | null>(null)
  const [state, setState] = useState<Playback['state']>(hasRecording ? 'loading' : 'missing')
  const [playing, setPlaying] = useState(false)
  const [atMs, setAtMs] = useState(0)
  const [durationMs, setDurationMs] = useState(expectedMs)
  const [rate, setRate] = useState<number>(rates[0])

  const start = useCallback(() => {
    // Refused where the browser allows no sound without a gesture, or aborted by the next seek: the button then still says "Play".
    ref.current?.play().catch(() => setPlaying(false))
  }, [])
  const seek = useCallback((to: number) => {
    untilMs.current = null
    if (ref.current) ref.current.currentTime = to / 1000
    setAtMs(to)
  }, [])
  const playFrom = useCallback(
    (from: number, until?: number) => {
      seek(from)
      untilMs.current = until ?? null
      start()
    },
    [seek, start],
  )
  const toggle = useCallback(() => {
    untilMs.current = null
    if (ref.current?.paused) start()
    else ref.current?.pause()
  }, [start])
  const nextRate = useCallback(() => {
    setRate((before) => {
      const next = rates[(rates.indexOf(before as (typeof rates)[number]) + 1) % rates.length] ?? 1
      if (ref.current) ref.current.playbackRate = next
      return next
    })
  }, [])

  const audioProps = useMemo(
    (): Playback['audioProps'] => ({
      ref,
      preload: 'metadata',
      onLoadedMetadata: ({ currentTarget }) => {
        setState('ready')
        if (Number.isFinite(currentTarget.duration)) setDurationMs(currentTarget.duration * 1000)
      },
      onError: () => setState('missing'),
      onPlay: () => setPlaying(true),
      onPause: () => setPlaying(false),
      onEnded: () => setPlaying(false),
      onTimeUpdate: ({ currentTarget }) => {
        const now = currentTarget.currentTime * 1000
        setAtMs(now)
        if (untilMs.current !== null && now >= untilMs.current) {
          untilMs.current = null
          currentTarget.pause()
        }
      },
    }),
    [],
  )
  return { state, playing, atMs, durationMs, rate, playFrom, seek, toggle, nextRate, audioProps }
}
