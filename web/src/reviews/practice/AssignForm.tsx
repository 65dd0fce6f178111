import { Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { MomentPractice } from '@/api/types'
import { day, when } from '@/ui/format'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import { endOfDay } from '../endOfDay'
import { StaffSelect } from '../StaffSelect'
import classes from './PracticePage.module.css'
import { usePractice } from './usePractice'

/** Who shall practise it, and by when. */
export function AssignForm({ practice }: { practice: MomentPractice }) {
  const [personId, setPersonId] = useState<string | null>(null)
  const [due, setDue] = useState('')
  const { assign } = usePractice(practice.recordedCallId, practice.id)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (personId) assign.mutate({ personId, dueAt: endOfDay(due) }, { onSuccess: () => setPersonId(null) })
  }
  return (
    <Panel title="Who practises it">
      {practice.assignments.length > 0 && (
        <ul className={classes.list} aria-label="Given to">
          {practice.assignments.map((given) => (
            <li key={given.personId}>
              {given.personName}
              <span className={classes.soft}>
                , given by {given.assignedBy} {when(given.assignedAt)}
                {given.dueAt && `, by ${day(given.dueAt)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit} className={classes.form}>
        <div className={classes.fields}>
          <StaffSelect label="Give it to" placeholder="Choose" value={personId} change={setPersonId} />
          <TextInput label="By" type="date" value={due} onChange={(event) => setDue(event.currentTarget.value)} />
        </div>
        {assign.isError && <ProblemNote problem={assign.error} />}
        <div>
          <Button type="submit" disabled={!personId} loading={assign.isPending}>
            Give it
          </Button>
        </div>
      </form>
    </Panel>
  )
}
