import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { rememberedDevices } from '@/realtime/devicePreference'
import type { SupervisionMode } from '@/realtime/supervision/contract'
import type { ListeningCall, ListeningSnapshot } from '@/realtime/supervision/ListeningCall'
import classes from './ListenRoom.module.css'

interface Props {
  call: ListeningCall
  snapshot: ListeningSnapshot
  state: { trainee: string; patient: string }
}

const modes: { value: SupervisionMode; label: string }[] = [
  { value: 'listen', label: 'Listen' },
  { value: 'whisper', label: 'Whisper' },
  { value: 'barge', label: 'Barge in' },
]

/** Who hears the supervisor. Going back to listening hands the call back. */
export function ModeChoice({ call, snapshot, state }: Props) {
  const [busy, setBusy] = useState(false)
  const choose = async (mode: SupervisionMode) => {
    setBusy(true)
    await call.setMode(mode, rememberedDevices().microphoneId)
    setBusy(false)
  }
  const meanings: Record<SupervisionMode, string> = {
    listen: 'Your microphone is closed.',
    whisper: `Only ${state.trainee} hears you.`,
    barge: `${state.trainee} and ${state.patient} hear you. Choose Listen to hand back.`,
  }
  return (
    <div className={classes.modes}>
      <SegmentedControl
        aria-label="Who hears you"
        size="md"
        data={modes}
        value={snapshot.part.mode}
        disabled={busy || snapshot.stage.is !== 'listening'}
        onChange={(mode) => void choose(mode as SupervisionMode)}
      />
      <span className={classes.soft}>{busy ? 'One moment.' : meanings[snapshot.part.mode]}</span>
    </div>
  )
}
