import { useCallback, useEffect, useState } from 'react'

/** Whole seconds left, and the way to start counting; by the clock, so that a sleeping tab does not lose time. */
export function useCountdown(): [secondsLeft: number, start: (seconds: number) => void] {
  const [{ until, now }, setTimes] = useState({ until: 0, now: 0 })
  const start = useCallback((seconds: number) => {
    const begin = Date.now()
    setTimes({ until: begin + seconds * 1000, now: begin })
  }, [])
  useEffect(() => {
    if (until === 0) return
    const timer = setInterval(() => {
      setTimes({ until, now: Date.now() })
      if (Date.now() >= until) clearInterval(timer)
    }, 500)
    return () => clearInterval(timer)
  }, [until])
  return [Math.max(0, Math.ceil((until - now) / 1000)), start]
}
