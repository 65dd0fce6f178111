import { Button, NumberInput, SegmentedControl, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import type { ReviewAnswer } from '@/api/types'
import { ProblemNote } from '@/ui/ProblemNote'
import { aboutWords } from './answerWords'
import classes from './Answers.module.css'

/** A coach's one reply; it settles what was disputed. */
export function ReplyForm({ reviewId, answer }: { reviewId: string; answer: ReviewAnswer }) {
  const client = useQueryClient()
  const [text, setText] = useState('')
  const [holds, setHolds] = useState('upheld')
  const [score, setScore] = useState<number | null>(null)
  const disputed = answer.state === 'open'
  const state = !disputed ? 'said' : holds === 'changed' ? 'changed' : 'upheld'
  const asksScore = state === 'changed' && answer.about === 'score'
  const send = useMutation({
    mutationFn: async () => body(await api.PUT('/api/reviews/{id}/answers/{answerId}/reply', { params: { path: { id: reviewId, answerId: answer.id } }, body: { state, text: text.trim(), score: asksScore ? score : null } })),
    onSuccess: async (answers) => {
      client.setQueryData(queries.answers(reviewId).queryKey, answers)
      await client.invalidateQueries({ queryKey: queries.disputes().queryKey })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <form onSubmit={submit} className={classes.form} aria-label={`Reply: ${aboutWords(answer)}`}>
      {disputed && (
        <SegmentedControl
          aria-label="How it is settled"
          data={[
            { value: 'upheld', label: 'It holds' },
            { value: 'changed', label: 'It changes' },
          ]}
          value={holds}
          onChange={setHolds}
        />
      )}
      {asksScore && <NumberInput label="The score from now on" placeholder="0 to 100" min={0} max={100} allowDecimal={false} value={score ?? ''} onChange={(to) => setScore(to === '' ? null : Number(to))} />}
      <Textarea label="Your reply" rows={2} resize="vertical" maxLength={2000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {send.isError && <ProblemNote problem={send.error} />}
      <div>
        <Button type="submit" disabled={!text.trim() || (asksScore && score === null)} loading={send.isPending}>
          {disputed ? 'Settle it' : 'Reply'}
        </Button>
      </div>
    </form>
  )
}
