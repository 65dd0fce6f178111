import { Button, NumberInput, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import type { AgreedScore, ScoringCategory } from '@/api/types'
import { ProblemNote } from '@/ui/ProblemNote'
import classes from './Calibrate.module.css'

interface Props {
  calibrationId: string
  callId: string
  category: ScoringCategory
  first: AgreedScore | null
  done: () => void
}

/** The score that the coaches settled on, and why. */
export function AgreeForm({ calibrationId, callId, category, first, done }: Props) {
  const client = useQueryClient()
  const [score, setScore] = useState<number | null>(first?.score ?? null)
  const [reason, setReason] = useState(first?.reason ?? '')
  const agree = useMutation({
    mutationFn: async (settled: number) =>
      body(await api.PUT('/api/reviews/calibrations/{calibrationId}/calls/{callId}/score', { params: { path: { calibrationId, callId } }, body: { category, score: settled, reason: reason.trim() } })),
    onSuccess: (now) => {
      client.setQueryData(queries.calibration(calibrationId).queryKey, now)
      done()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (score !== null) agree.mutate(score)
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <NumberInput label="Agreed score" placeholder="0 to 100" min={0} max={100} allowDecimal={false} value={score ?? ''} onChange={(to) => setScore(to === '' ? null : Number(to))} />
      <Textarea label="Why" rows={2} resize="vertical" maxLength={1000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      {agree.isError && <ProblemNote problem={agree.error} />}
      <div className={classes.ways}>
        <Button type="submit" disabled={score === null || !reason.trim()} loading={agree.isPending}>
          Note it
        </Button>
        <Button variant="subtle" onClick={done}>
          Leave it
        </Button>
      </div>
    </form>
  )
}
