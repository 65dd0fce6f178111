import { IconMessage } from '@tabler/icons-react'
import type { Whisper } from '@/realtime/session/callView'
import classes from './WhisperPlace.module.css'

/** The supervisor's last note to the trainee. It stays until the next, since it may have to be read twice. */
export function WhisperPlace({ whispers }: { whispers: readonly Whisper[] }) {
  const last = whispers.at(-1)
  return (
    <div role="status" aria-label="Note from your supervisor">
      {last && (
        <p className={classes.whisper}>
          <IconMessage size={22} aria-hidden className={classes.icon} />
          <span>
            <strong>{last.name}, to you only: </strong>
            <span dir="auto">{last.text}</span>
          </span>
        </p>
      )}
    </div>
  )
}
