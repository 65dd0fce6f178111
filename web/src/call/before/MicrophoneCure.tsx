import { Button } from '@mantine/core'
import { IconMicrophoneOff } from '@tabler/icons-react'
import type { RefusalKind } from '@/realtime/capture/refusal'
import { Note } from '@/ui/Note'
import { browserKind, cureFor } from './cures'

export function MicrophoneCure({ refusal, retry }: { refusal: RefusalKind; retry: () => void }) {
  const cure = cureFor(refusal, browserKind(navigator.userAgent), window.location.host + window.location.pathname)
  return (
    <Note icon={<IconMicrophoneOff size={22} aria-hidden />} role="alert">
      <strong>{cure.title}</strong>
      <ol style={{ margin: 0, paddingLeft: '1.2rem' }}>
        {cure.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <span>You can also make the call by typing what you would say.</span>
      {cure.retry && (
        <Button variant="default" size="xs" onClick={retry}>
          Try again
        </Button>
      )}
    </Note>
  )
}
