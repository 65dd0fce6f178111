import { Button, MultiSelect, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import { when } from '@/ui/format'
import { ProblemNote } from '@/ui/ProblemNote'
import classes from './Calibrate.module.css'

/** Which recordings, and who judges them. */
export function MakeCalibration({ done }: { done: () => void }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const coaches = useQuery(queries.coaches())
  const reviews = useInfiniteQuery(queries.reviews({ status: 'ready' }))
  const ready = reviews.data?.pages.flatMap((page) => page.reviews) ?? []
  const [title, setTitle] = useState('')
  const [callIds, setCallIds] = useState<string[]>([])
  const [coachIds, setCoachIds] = useState<string[]>([])
  const make = useMutation({
    mutationFn: async () => body(await api.POST('/api/reviews/calibrations', { body: { title: title.trim(), callIds, coachIds } })),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: queries.calibrations().queryKey })
      await navigate(`/reviews/calibrations/${made.id}`)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <TextInput label="What it is called" maxLength={100} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <MultiSelect label="Recordings" searchable maxValues={20} data={ready.map(({ id, fileName, uploadedAt }) => ({ value: id, label: `${fileName}, ${when(uploadedAt)}` }))} value={callIds} onChange={setCallIds} />
      {reviews.hasNextPage && (
        <div>
          <Button size="compact-sm" variant="subtle" loading={reviews.isFetchingNextPage} onClick={() => void reviews.fetchNextPage()}>
            Older recordings too
          </Button>
        </div>
      )}
      <MultiSelect label="Who judges" searchable maxValues={20} data={(coaches.data ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }))} value={coachIds} onChange={setCoachIds} />
      {make.isError && <ProblemNote problem={make.error} />}
      <div className={classes.ways}>
        <Button type="submit" disabled={!title.trim() || callIds.length === 0 || coachIds.length < 2} loading={make.isPending}>
          Begin
        </Button>
        <Button variant="subtle" onClick={done}>
          Not now
        </Button>
      </div>
    </form>
  )
}
