import { useEffect, useEffectEvent, useState } from 'react'

/** A number that changes by itself, such as the time, read at this pace while it is on. */
export function useSampled(read: () => number, everyMs: number, on = true): number {
  const [value, setValue] = useState(read)
  const sample = useEffectEvent(() => setValue(read()))
  useEffect(() => {
    if (!on) return
    const timer = setInterval(() => sample(), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, on])
  return value
}
