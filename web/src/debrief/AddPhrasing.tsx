import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { api } from '@/api/client'
import type { TraineeAct, TranscriptLine } from '@/api/types'
import { ProblemNote } from '@/ui/ProblemNote'
import { words } from '@/ui/words'

interface Props {
  callId: string
  line: TranscriptLine
  patientName: string
}

// "Unclear" is what the patient made of it; a coach says what it was.
const acts = Object.entries(words.act)
  .filter(([act]) => act !== 'unclear')
  .map(([value, label]) => ({ value, label }))

/** A coach teaches the scenario's patient a way of saying something. */
export function AddPhrasing({ callId, line, patientName }: Props) {
  const [opened, setOpened] = useState(false)
  const [text, setText] = useState(line.text)
  const [act, setAct] = useState<TraineeAct | null>(null)
  const [topic, setTopic] = useState('')
  const add = useMutation({
    mutationFn: (chosen: TraineeAct) =>
      api.POST('/api/calls/{id}/phrasings', {
        params: { path: { id: callId } },
        body: { text: text.trim(), act: chosen, topic: topic.trim() || null },
      }),
    onSuccess: () => setOpened(false),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (act) add.mutate(act)
  }
  if (add.isSuccess && !opened) return <span role="status">Added. {patientName} will understand it in the next call.</span>
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setOpened(true)}>
        Add a phrasing
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={`Teach ${patientName} what this means`} closeButtonProps={{ 'aria-label': 'Close' }} centered radius="lg">
        <form onSubmit={submit}>
          <Stack>
            <Textarea
              label="What was said"
              description="Put right what was written down wrongly, and leave out what does not matter."
              rows={3}
              maxLength={300}
              required
              withAsterisk={false}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              data-autofocus
            />
            <Select label="What the trainee did" placeholder="Choose one" required withAsterisk={false} searchable data={acts} value={act} onChange={(value) => setAct(value as TraineeAct | null)} />
            <TextInput label="What it was about" description="As in the scenario: billing code, date of birth. May stay empty." maxLength={100} value={topic} onChange={(event) => setTopic(event.currentTarget.value)} />
            {add.isError && <ProblemNote problem={add.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setOpened(false)}>
                Cancel
              </Button>
              <Button type="submit" loading={add.isPending} disabled={!act || !text.trim()}>
                Add
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  )
}
