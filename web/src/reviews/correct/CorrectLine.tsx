import { Button, NumberInput, Select, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import type { LineHistory, LineVersion } from '@/api/types'
import { Loading } from '@/ui/Loading'
import { ProblemNote } from '@/ui/ProblemNote'
import { speakers } from '../speakers'
import classes from './CorrectLine.module.css'
import { LineVersions } from './LineVersions'

interface Props {
  reviewId: string
  number: number
  done: () => void
}

/** Puts a line right. Its words come with nothing masked, which is written down. */
export function CorrectLine({ reviewId, number, done }: Props) {
  const line = useQuery(queries.line(reviewId, number))
  if (line.isPending) return <Loading what="Fetching the line" />
  const last = line.data?.versions.at(-1)
  if (!line.data || !last) return <ProblemNote problem={line.error} retry={() => void line.refetch()} />
  return <LineForm key={last.version} reviewId={reviewId} line={line.data} last={last} done={done} />
}

function LineForm({ reviewId, line, last, done }: { reviewId: string; line: LineHistory; last: LineVersion; done: () => void }) {
  const [now, setNow] = useState({ text: last.text, speaker: last.speaker, startMs: last.startMs, endMs: last.endMs })
  const client = useQueryClient()
  const correct = useMutation({
    mutationFn: async () => body(await api.PUT('/api/reviews/{id}/lines/{number}', { params: { path: { id: reviewId, number: line.number } }, body: { ...now, version: last.version } })),
    onSuccess: async () => {
      done()
      await client.invalidateQueries({ queryKey: ['reviews'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    correct.mutate()
  }
  return (
    <form onSubmit={submit} className={classes.form} aria-label={`Correct line ${line.number}`}>
      {/* Whoever opens this wants to type in it. */}
      {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
      <Textarea autoFocus label="What was said" rows={3} resize="vertical" maxLength={2000} required withAsterisk={false} value={now.text} onChange={(event) => setNow({ ...now, text: event.currentTarget.value })} />
      <div className={classes.fields}>
        <Select label="Who spoke" allowDeselect={false} data={Object.entries(speakers).map(([value, label]) => ({ value, label }))} value={now.speaker} onChange={(speaker) => speaker && setNow({ ...now, speaker: speaker as LineVersion['speaker'] })} />
        <Seconds label="From" ms={now.startMs} change={(startMs) => setNow({ ...now, startMs })} />
        <Seconds label="To" ms={now.endMs} change={(endMs) => setNow({ ...now, endMs })} />
      </div>
      {correct.isError && <ProblemNote problem={correct.error} />}
      <div className={classes.ways}>
        <Button type="submit" size="xs" loading={correct.isPending}>
          Correct
        </Button>
        <Button size="xs" variant="subtle" onClick={done}>
          Leave it
        </Button>
      </div>
      <LineVersions versions={line.versions} />
    </form>
  )
}

function Seconds({ label, ms, change }: { label: string; ms: number; change: (ms: number) => void }) {
  return <NumberInput label={label} suffix=" s" min={0} step={0.1} decimalScale={2} value={ms / 1_000} onChange={(seconds) => change(Math.round(Number(seconds) * 1_000) || 0)} />
}
