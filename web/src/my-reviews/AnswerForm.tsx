import { Button, Checkbox, Select, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import type { MyReview } from '@/api/types'
import answers from '@/reviews/answers/Answers.module.css'
import { ProblemNote } from '@/ui/ProblemNote'
import { answerTopics, topicOf } from './answerTopics'

/** To all of the review, to one score or to one moment. What was sent stays as it is. */
export function AnswerForm({ review }: { review: MyReview }) {
  const client = useQueryClient()
  const topics = answerTopics(review)
  const [topic, setTopic] = useState<string>('review')
  const [disputes, setDisputes] = useState(false)
  const [text, setText] = useState('')
  const send = useMutation({
    mutationFn: async () => body(await api.POST('/api/my-reviews/{id}/answers', { params: { path: { id: review.id } }, body: { ...topicOf(topic), disputes, text: text.trim() } })),
    onSuccess: (kept) => client.setQueryData(queries.myReview(review.id).queryKey, { ...review, answers: kept }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send.mutate()
  }
  return (
    <form onSubmit={submit} className={answers.form}>
      <Select label="About" data={topics} value={topic} allowDeselect={false} onChange={(to) => setTopic(to ?? 'review')} />
      <Textarea label="What you want to say" description="It is kept as you send it, and your coaches read it." rows={3} resize="vertical" maxLength={2000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Checkbox label="I see it differently: a coach shall look again and say what holds" checked={disputes} onChange={(event) => setDisputes(event.currentTarget.checked)} />
      {send.isError && <ProblemNote problem={send.error} />}
      <div>
        <Button type="submit" disabled={!text.trim()} loading={send.isPending}>
          {disputes ? 'Dispute it' : 'Send the answer'}
        </Button>
      </div>
    </form>
  )
}
