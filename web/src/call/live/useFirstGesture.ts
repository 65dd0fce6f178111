import { useEffect, useEffectEvent } from 'react'

/** Any click or key will do where a browser wants one before it plays sound. */
export function useFirstGesture(wanted: boolean, act: () => void): void {
  const onGesture = useEffectEvent(act)
  useEffect(() => {
    if (!wanted) return
    const listener = () => onGesture()
    window.addEventListener('pointerup', listener)
    window.addEventListener('keydown', listener)
    return () => {
      window.removeEventListener('pointerup', listener)
      window.removeEventListener('keydown', listener)
    }
  }, [wanted])
}
