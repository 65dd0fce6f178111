import { Button, Select } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconMicrophone } from '@tabler/icons-react'
import { Note } from '@/ui/Note'
import { LevelMeter } from '../LevelMeter'
import classes from './Check.module.css'
import { MicrophoneCure } from './MicrophoneCure'
import { useDevices } from './useDevices'
import { useHeard } from './useHeard'
import type { OwnMicrophone } from './useOwnMicrophone'

/** Be sure you are heard. */
export function MicrophoneCheck({ own: { microphone, state, open } }: { own: OwnMicrophone }) {
  const devices = useDevices('audioinput', state.status)
  const deviceId = state.status === 'live' ? state.deviceId : null
  const heard = useHeard(microphone, deviceId)
  return (
    <section className={classes.check} aria-labelledby="microphone-check">
      <h3 id="microphone-check" className={classes.title}>
        Your microphone
      </h3>
      {state.status === 'off' && (
        <>
          <p className={classes.text}>Your browser will ask whether this page may listen. It listens only here and in the call.</p>
          <Button variant="default" leftSection={<IconMicrophone size={18} aria-hidden />} onClick={() => open()}>
            Switch the microphone on
          </Button>
        </>
      )}
      {state.status === 'asking' && <p className={classes.text}>Your browser is asking. Choose “Allow”.</p>}
      {state.status === 'refused' && <MicrophoneCure refusal={state.refusal} retry={() => open()} />}
      {state.status === 'lost' && <Note role="alert">The microphone was unplugged. Plug it in again, or plug another in.</Note>}
      {state.status === 'live' && (
        <>
          {devices.length > 1 && (
            <Select
              aria-label="Microphone"
              data={devices}
              value={devices.some((device) => device.value === state.deviceId) ? state.deviceId : null}
              placeholder={state.label}
              allowDeselect={false}
              onChange={(value) => value && open(value)}
            />
          )}
          {devices.length === 1 && <p className={classes.text}>{state.label}</p>}
          <LevelMeter microphone={microphone} />
          <p className={classes.verdict} role="status" data-good={heard || undefined}>
            {verdict(state.mutedOutside, heard)}
          </p>
        </>
      )}
    </section>
  )
}

function verdict(mutedOutside: boolean, heard: boolean) {
  if (mutedOutside) {
    return (
      <>
        <IconAlertTriangle size={20} aria-hidden /> No sound at all arrives. Look for a mute switch on the headset, its cable or your keyboard.
      </>
    )
  }
  if (!heard) return 'Say something: “Good morning, how can I help you?”'
  return (
    <>
      <IconCheck size={20} aria-hidden /> We hear you.
    </>
  )
}
