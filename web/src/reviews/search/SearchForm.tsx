import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { ReviewSearch } from '@/api/queries'
import { markWords } from '../reading/markWords'
import { StaffSelect } from '../StaffSelect'
import classes from './SearchForm.module.css'
import { weekBefore } from './week'

interface Props {
  values: ReviewSearch
  change: (to: ReviewSearch) => void
  /** Absent where nothing is searched for. */
  clear?: () => void
}

/** Words and filters; nothing is searched before it is sent. */
export function SearchForm({ values, change, clear }: Props) {
  const [draft, setDraft] = useState(values)
  const set = (some: Partial<ReviewSearch>) => setDraft((before) => ({ ...before, ...some }))
  const send = (event: FormEvent) => {
    event.preventDefault()
    change({ ...draft, words: draft.words?.trim() || undefined, order: draft.words?.trim() ? undefined : draft.order })
  }
  return (
    <form role="search" className={classes.form} onSubmit={send}>
      <div className={classes.words}>
        <TextInput
          label="Words"
          description="All in one line, in any form; in quotes, one after the other"
          placeholder="refund, or “call you back”"
          maxLength={200}
          value={draft.words ?? ''}
          onChange={(event) => set({ words: event.currentTarget.value })}
        />
        <Button type="submit">Search</Button>
      </div>
      <div className={classes.filters}>
        <Select
          label="Moment"
          placeholder="Any"
          clearable
          data={Object.entries(markWords).map(([value, label]) => ({ value, label }))}
          value={draft.moment ?? null}
          onChange={(moment) => set({ moment: (moment as ReviewSearch['moment'] | null) ?? undefined })}
        />
        <StaffSelect label="Taken by" placeholder="Everybody" clearable value={draft.staffId ?? null} change={(staffId) => set({ staffId: staffId ?? undefined })} />
        <TextInput label="Came in on" placeholder="Every line or team" value={draft.queue ?? ''} onChange={(event) => set({ queue: event.currentTarget.value || undefined })} />
        <TextInput type="date" label="From" value={draft.from ?? ''} onChange={(event) => set({ from: event.currentTarget.value || undefined })} />
        <TextInput type="date" label="To" value={draft.to ?? ''} onChange={(event) => set({ to: event.currentTarget.value || undefined })} />
        <NumberInput label="Score from" placeholder="0" min={0} max={100} allowDecimal={false} value={draft.leastScore ?? ''} onChange={(score) => set({ leastScore: typeof score === 'number' ? score : undefined })} />
        <NumberInput label="Score to" placeholder="100" min={0} max={100} allowDecimal={false} value={draft.mostScore ?? ''} onChange={(score) => set({ mostScore: typeof score === 'number' ? score : undefined })} />
      </div>
      <div className={classes.ways}>
        <Button variant="default" onClick={() => change({ order: 'worst', from: weekBefore(new Date()) })}>
          The worst moments of this week
        </Button>
        {clear && (
          <Button variant="subtle" onClick={clear}>
            Clear
          </Button>
        )}
      </div>
    </form>
  )
}
