import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queries } from '@/api/queries'
import { Loading } from '@/ui/Loading'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import { factsOf, type About } from '../about'
import { AboutFields } from '../AboutFields'
import { DropZone } from './DropZone'
import classes from './UploadPanel.module.css'
import { UploadRow } from './UploadRow'
import { useUploads } from './useUploads'

/** Says once what holds for the calls, then takes any number of them. */
export function UploadPanel() {
  const rules = useQuery(queries.uploadRules())
  const { uploads, add, drop, again } = useUploads(rules.data?.pieceBytes)
  const [about, setAbout] = useState<About>({ staffId: null, taken: '', queue: '', consentNoted: false })
  return (
    <Panel title="Add recordings">
      <AboutFields about={about} change={setAbout} />
      {rules.isPending && <Loading what="Asking what can be uploaded" />}
      {rules.isError && <ProblemNote problem={rules.error} retry={() => void rules.refetch()} />}
      {rules.data && <DropZone rules={rules.data} take={(files) => add(files, factsOf(about))} />}
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
