import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { queries } from '@/api/queries'
import type { ReviewSummary } from '@/api/types'
import { ProblemNote } from '@/ui/ProblemNote'
import { endOfDay } from '../endOfDay'
import { StaffSelect } from '../StaffSelect'
import classes from './Actions.module.css'
import { useActions } from './useActions'

/** What is to be practised, by whom, until when, and with which practice call. */
export function SetActionForm({ review }: { review: ReviewSummary }) {
  const practices = useQuery(queries.practices(review.id))
  const [personId, setPersonId] = useState(review.staffId)
  const [what, setWhat] = useState('')
  const [due, setDue] = useState('')
  const [practiceId, setPracticeId] = useState<string | null>(null)
  const { set } = useActions()
  const checked = (practices.data ?? []).filter((practice) => practice.checked)
  const dueAt = endOfDay(due)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (personId && dueAt)
      set.mutate(
        { reviewId: review.id, personId, what: what.trim(), dueAt, practiceId },
        {
          onSuccess: () => {
            setWhat('')
            setPracticeId(null)
          },
        },
      )
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <Textarea label="What is to be practised" description="Name no caller: it stays when the recording goes." rows={2} resize="vertical" maxLength={1000} value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
      <div className={classes.fields}>
        <StaffSelect label="Who practises" placeholder="Choose" value={personId} change={setPersonId} />
        <TextInput label="Until" type="date" value={due} onChange={(event) => setDue(event.currentTarget.value)} />
        {checked.length > 0 && <Select label="With the practice call" placeholder="None" clearable data={checked.map(({ id, title }) => ({ value: id, label: title }))} value={practiceId} onChange={setPracticeId} />}
      </div>
      {set.isError && <ProblemNote problem={set.error} />}
      <div>
        <Button type="submit" variant="default" disabled={!personId || !dueAt || !what.trim()} loading={set.isPending}>
          Set it
        </Button>
      </div>
    </form>
  )
}
