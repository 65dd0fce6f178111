import { Button, Checkbox } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { MomentPractice, PracticeDraft } from '@/api/types'
import { when } from '@/ui/format'
import { Note } from '@/ui/Note'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import { DraftMoment } from './DraftMoment'
import { DraftPatient } from './DraftPatient'
import classes from './PracticePage.module.css'
import { usePractice } from './usePractice'

/** Each is put right on its own: a list of lines is one text with a line for each. */
export type ChangeDraft = (part: Partial<PracticeDraft>) => void

/** The draft, for the coach to put right and to check. */
export function DraftForm({ practice }: { practice: MomentPractice }) {
  const [draft, setDraft] = useState(practice.draft)
  const [checked, setChecked] = useState(false)
  const { save } = usePractice(practice.recordedCallId, practice.id)
  const change: ChangeDraft = (part) => setDraft((before) => ({ ...before, ...part }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ draft, checked }, { onSuccess: () => setChecked(false) })
  }
  return (
    <Panel title="The practice call">
      <form onSubmit={submit} className={classes.form}>
        <DraftMoment draft={draft} change={change} />
        <DraftPatient draft={draft} change={change} />
        <Note>Names and numbers were replaced by made-up ones. Recognisers mishear: read it through for anything else that tells who the caller was.</Note>
        <Checkbox
          label="I have checked it: nothing in it tells who the caller was"
          description={practice.checkedBy && practice.checkedAt ? `Checked by ${practice.checkedBy}, ${when(practice.checkedAt)}. Each change is checked again.` : 'It can be practised from then on.'}
          checked={checked}
          onChange={(event) => setChecked(event.currentTarget.checked)}
        />
        {save.isError && <ProblemNote problem={save.error} />}
        <div className={classes.ways}>
          <Button type="submit" loading={save.isPending} disabled={practice.checkedBy !== null && !checked}>
            {checked ? 'Save, ready to practise' : 'Save the draft'}
          </Button>
          <span role="status" className={classes.soft}>
            {save.isSuccess && 'Saved.'}
          </span>
        </div>
      </form>
    </Panel>
  )
}
