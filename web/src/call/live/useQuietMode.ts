import { useState } from 'react'

const key = 'quietMode'

function remembered(): boolean {
  try {
    return localStorage.getItem(key) === 'yes'
  } catch {
    // A browser that keeps nothing: loud, as at first.
    return false
  }
}

/** No cues during a call; they wait in the debrief. Remembered in this browser. */
export function useQuietMode(): [quiet: boolean, toggle: () => void] {
  const [quiet, setQuiet] = useState(remembered)
  const toggle = () => {
    setQuiet(!quiet)
    try {
      localStorage.setItem(key, quiet ? 'no' : 'yes')
    } catch {
      // Not remembered, and still quiet now.
    }
  }
  return [quiet, toggle]
}
