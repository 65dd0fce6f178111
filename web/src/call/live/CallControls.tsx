import { Button, Tooltip } from '@mantine/core'
import { IconBulb, IconMicrophone, IconMicrophoneOff, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import type { CallSnapshot } from '@/realtime/session/LiveCall'
import classes from './CallControls.module.css'
import { EndButton } from './EndButton'
import type { CallActions } from './useCallActions'

/** Everything one can do during a call besides talking. */
export function CallControls({ snapshot, actions }: { snapshot: CallSnapshot; actions: CallActions }) {
  const { view, muted, stage } = snapshot
  const live = stage === 'live'
  return (
    <div className={classes.controls} role="toolbar" aria-label="Call">
      {actions.mute && (
        <Tooltip label="Space">
          <Button
            variant={muted ? 'filled' : 'default'}
            aria-pressed={muted}
            leftSection={muted ? <IconMicrophoneOff size={20} aria-hidden /> : <IconMicrophone size={20} aria-hidden />}
            onClick={actions.mute}
          >
            {muted ? 'Muted' : 'Mute'}
          </Button>
        </Tooltip>
      )}
      <Button
        variant={view.onHold ? 'filled' : 'default'}
        aria-pressed={view.onHold}
        disabled={!live}
        leftSection={view.onHold ? <IconPlayerPlay size={20} aria-hidden /> : <IconPlayerPause size={20} aria-hidden />}
        onClick={actions.hold}
      >
        {view.onHold ? 'Take off hold' : 'Hold'}
      </Button>
      {actions.hint && (
        <Tooltip label="H">
          <Button variant="default" disabled={!live} leftSection={<IconBulb size={20} aria-hidden />} onClick={actions.hint}>
            Hint
          </Button>
        </Tooltip>
      )}
      <EndButton sure={stage === 'ringing'} end={actions.end} />
    </div>
  )
}
