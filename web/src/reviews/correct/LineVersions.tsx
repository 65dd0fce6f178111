import type { LineVersion } from '@/api/types'
import { inSeconds, when } from '@/ui/format'
import { speakers } from '../speakers'
import classes from './CorrectLine.module.css'

/** What a line was before, by whom and when. */
export function LineVersions({ versions }: { versions: readonly LineVersion[] }) {
  if (versions.length < 2) return null
  return (
    <ol className={classes.versions} aria-label="How this line came to be">
      {versions.map(({ version, by, at, speaker, startMs, endMs, text }) => (
        <li key={version}>
          {by && at ? `${by}, ${when(at)}` : 'Recognised'}: {speakers[speaker]}, {inSeconds(endMs - startMs)}, “{text}”
        </li>
      ))}
    </ol>
  )
}
