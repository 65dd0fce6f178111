import { useEffect, useState } from 'react'

const withinMs = 2000

/** Something that takes two presses: the first arms it for two seconds. */
export function useTwice(action: () => void): { armed: boolean; press: () => void } {
  const [armed, setArmed] = useState(false)
  useEffect(() => {
    if (!armed) return
    const timer = setTimeout(() => setArmed(false), withinMs)
    return () => clearTimeout(timer)
  }, [armed])
  const press = () => {
    setArmed(!armed)
    if (armed) action()
  }
  return { armed, press }
}
