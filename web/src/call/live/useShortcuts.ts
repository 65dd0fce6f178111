import { useEffect, useEffectEvent } from 'react'

export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>

const typing = 'input, textarea, select, [contenteditable="true"]'
const pressedBySpace = `button, a, summary, [role="button"], [role="tab"], ${typing}`
const dialog = '[role="dialog"], [role="alertdialog"]'

/** Single keys for the whole page. They stay out of the way of typing, of pressing a button, and of a dialog. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    const target = event.target instanceof Element ? event.target : document.body
    if (target.closest(typing) || target.closest(dialog)) return
    if (event.key === ' ' && target.closest(pressedBySpace)) return
    const action = shortcuts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!action) return
    event.preventDefault()
    action()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
