import { Button, Select } from '@mantine/core'
import { IconVolume } from '@tabler/icons-react'
import { useState } from 'react'
import { rememberDevices, rememberedDevices } from '@/realtime/devicePreference'
import classes from './Check.module.css'
import { useDevices } from './useDevices'
import { canChooseLoudspeaker, useLoudspeakerTest } from './useLoudspeakerTest'

const words = {
  idle: '',
  playing: 'Three notes, now.',
  played: 'Heard three notes? If not, turn the volume up or choose another loudspeaker.',
  failed: 'No sound could be played. Check that a loudspeaker or headset is plugged in, then try again.',
}

export function LoudspeakerCheck({ microphoneStatus }: { microphoneStatus: string }) {
  const devices = useDevices('audiooutput', microphoneStatus)
  const [chosen, setChosen] = useState(() => rememberedDevices().loudspeakerId)
  const { state, play } = useLoudspeakerTest()
  const known = devices.some((device) => device.value === chosen) ? chosen : null
  const choose = (deviceId: string | null) => {
    setChosen(deviceId)
    rememberDevices({ loudspeakerId: deviceId })
  }
  return (
    <section className={classes.check} aria-labelledby="loudspeaker-check">
      <h3 id="loudspeaker-check" className={classes.title}>
        Your loudspeaker
      </h3>
      <div className={classes.row}>
        {canChooseLoudspeaker && devices.length > 1 && (
          <Select
            className={classes.grow}
            aria-label="Loudspeaker"
            data={devices}
            value={known}
            placeholder="Your system’s own choice"
            clearable
            onChange={choose}
          />
        )}
        <Button variant="default" leftSection={<IconVolume size={18} aria-hidden />} disabled={state === 'playing'} onClick={() => void play(known)}>
          Play three notes
        </Button>
      </div>
      <p className={classes.verdict} role="status">
        {words[state]}
      </p>
    </section>
  )
}
