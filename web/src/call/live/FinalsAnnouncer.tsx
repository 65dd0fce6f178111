import { VisuallyHidden } from '@mantine/core'
import type { Line } from '@/realtime/session/callView'

const kept = 3

/** For screen readers: what was said, once it is final. A polite log, so that additions are read one after the other. */
export function FinalsAnnouncer({ lines, patient }: { lines: readonly Line[]; patient: string }) {
  return (
    <VisuallyHidden role="log" aria-live="polite" aria-label="Captions">
      {lines.slice(-kept).map((line) => (
        <p key={line.utterance}>
          {line.party === 'trainee' ? 'You' : line.party === 'patient' ? patient : 'Supervisor'}: {line.text}
        </p>
      ))}
    </VisuallyHidden>
  )
}
