import { Checkbox, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '@/api/queries'
import { Loading } from '@/ui/Loading'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import { StaffSelect } from '../StaffSelect'
import { DropZone } from './DropZone'
import classes from './UploadPanel.module.css'
import { UploadRow } from './UploadRow'
import { useUploads } from './useUploads'

/** Says once what holds for the calls, then takes any number of them. */
export function UploadPanel() {
  const rules = useQuery(queries.uploadRules())
  const { uploads, add, drop, again } = useUploads(rules.data?.pieceBytes)
  const [staffId, setStaffId] = useState<string | null>(null)
  const [taken, setTaken] = useState('')
  const [queue, setQueue] = useState('')
  const [consent, setConsent] = useState(false)
  const about = { staffId, takenAt: taken ? new Date(taken).toISOString() : null, queue, consentNoted: consent }
  return (
    <Panel title="Add recordings">
      <div className={classes.about}>
        <StaffSelect label="Who took the call" placeholder="Not known" clearable value={staffId} change={setStaffId} />
        <TextInput label="When it was" type="datetime-local" value={taken} onChange={(event) => setTaken(event.currentTarget.value)} />
        <TextInput label="Line or team" placeholder="Billing" maxLength={100} value={queue} onChange={(event) => setQueue(event.currentTarget.value)} />
      </div>
      <Checkbox
        label="Both parties were told of the recording, and that is on file"
        checked={consent}
        onChange={(event) => setConsent(event.currentTarget.checked)}
        className={classes.consent}
      />
      {rules.isPending && <Loading what="Asking what can be uploaded" />}
      {rules.isError && <ProblemNote problem={rules.error} retry={() => void rules.refetch()} />}
      {rules.data && <DropZone rules={rules.data} take={(files) => add(files, about)} />}
      {uploads.length > 0 && (
        <ul className={classes.uploads} aria-label="Uploads">
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} drop={() => drop(upload.key)} again={() => again(upload.key)} />
          ))}
        </ul>
      )}
    </Panel>
  )
}
