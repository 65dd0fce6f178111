import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState, type FormEvent } from 'react'
import { api, body } from '@/api/client'
import type { ReviewSummary } from '@/api/types'
import { ProblemNote } from '@/ui/ProblemNote'
import { aboutOf, factsOf } from './about'
import classes from './AboutCall.module.css'
import { AboutFields } from './AboutFields'

/** What was entered with the recording, for those who want to put it right. */
export function AboutCall({ review }: { review: ReviewSummary }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    // What had the focus is gone.
    button.current?.focus()
  }
  return (
    <div>
      <Button ref={button} size="compact-sm" variant="default" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        About this call
      </Button>
      <div id={id}>{open && <AboutForm review={review} done={close} />}</div>
    </div>
  )
}

function AboutForm({ review, done }: { review: ReviewSummary; done: () => void }) {
  // As it was opened: what somebody else changes meanwhile is theirs, and the server says so.
  const [was] = useState(() => ({ staffId: review.staffId, takenAt: review.takenAt, queue: review.queue, consentNoted: review.consentNoted }))
  const [about, setAbout] = useState(() => aboutOf(was))
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: async () => body(await api.PUT('/api/reviews/{id}/facts', { params: { path: { id: review.id } }, body: { was, facts: factsOf(about, was) } })),
    onSuccess: async () => {
      done()
      await Promise.all(['reviews', 'review-search'].map((key) => client.invalidateQueries({ queryKey: [key] })))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form onSubmit={submit} className={classes.form} aria-label="About this call">
      <AboutFields about={about} change={setAbout} />
      {save.isError && <ProblemNote problem={save.error} />}
      <div className={classes.ways}>
        <Button type="submit" size="xs" loading={save.isPending}>
          Put it right
        </Button>
        <Button size="xs" variant="subtle" onClick={done}>
          Leave it as it is
        </Button>
      </div>
    </form>
  )
}
