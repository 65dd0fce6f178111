import { useEffect } from 'react'
import type { ReviewLine, ReviewMark } from '@/api/types'
import type { Playback } from '@/debrief/usePlayback'
import { neighbour } from './places'

interface Listening {
  playback: Playback
  lines: readonly ReviewLine[]
  marks: readonly ReviewMark[]
  toggleSkip: () => void
  toggleRepeat: () => void
}

/** What each key does, for the page that explains them. */
export const listeningKeys: readonly [string, string][] = [
  ['K', 'Play or pause'],
  ['J and L', 'Five seconds back, forward'],
  ['W and S', 'The line before, the next line'],
  ['A and D', 'The moment before, the next moment'],
  ['R', 'Another speed'],
  ['X', 'Skip silence or not'],
  ['O', 'Repeat the line or not'],
]

/** Single letters, so that nothing of the browser's or a screen reader's is taken; not while one types. */
export function useListeningKeys({ playback, lines, marks, toggleSkip, toggleRepeat }: Listening) {
  useEffect(() => {
    const go = (to: { startMs: number } | undefined) => to && playback.playFrom(to.startMs)
    const actions: Record<string, () => void> = {
      k: playback.toggle,
      j: () => playback.seek(Math.max(0, playback.atMs - 5_000)),
      l: () => playback.seek(Math.min(playback.durationMs, playback.atMs + 5_000)),
      w: () => go(neighbour(lines, playback.atMs, -1)),
      s: () => go(neighbour(lines, playback.atMs, 1)),
      a: () => go(neighbour(marks, playback.atMs, -1)),
      d: () => go(neighbour(marks, playback.atMs, 1)),
      r: playback.nextRate,
      x: toggleSkip,
      o: toggleRepeat,
    }
    const press = (event: KeyboardEvent) => {
      const { target } = event
      const typing = target instanceof HTMLElement && (target.isContentEditable || /^(textarea|select)$/i.test(target.tagName) || (target instanceof HTMLInputElement && !/^(range|checkbox)$/.test(target.type)))
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return
      const action = actions[event.key.toLowerCase()]
      if (!action) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [playback, lines, marks, toggleSkip, toggleRepeat])
}
