import { Checkbox, TextInput } from '@mantine/core'
import type { About } from './about'
import { StaffSelect } from './StaffSelect'
import classes from './AboutFields.module.css'

/** Who took a call, when, on which line, and whether the parties were told of the recording. */
export function AboutFields({ about, change }: { about: About; change: (to: About) => void }) {
  return (
    <>
      <div className={classes.about}>
        <StaffSelect label="Who took the call" placeholder="Not known" clearable value={about.staffId} change={(staffId) => change({ ...about, staffId })} />
        <TextInput label="When it was" type="datetime-local" value={about.taken} onChange={(event) => change({ ...about, taken: event.currentTarget.value })} />
        <TextInput label="Line or team" placeholder="Billing" maxLength={100} value={about.queue} onChange={(event) => change({ ...about, queue: event.currentTarget.value })} />
      </div>
      <Checkbox
        label="Both parties were told of the recording, and that is on file"
        checked={about.consentNoted}
        onChange={(event) => change({ ...about, consentNoted: event.currentTarget.checked })}
        className={classes.consent}
      />
    </>
  )
}
