import { Button, Select, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { ListeningCall, ListeningSnapshot } from '@/realtime/supervision/ListeningCall'
import { deeds, type DeedName } from './deeds'
import classes from './ListenRoom.module.css'

interface Props {
  call: ListeningCall
  snapshot: ListeningSnapshot
  state: { trainee: string; patient: string }
}

/** What a supervisor writes: to the trainee, for the debrief, into the call, or as the reason to stop it. */
export function Desk({ call, snapshot, state }: Props) {
  const [chosen, choose] = useState<DeedName>('whisper')
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const { view, part, stage } = snapshot
  const possible = deeds(state).filter((deed) => deed.when({ paused: view.paused !== null, barged: part.mode === 'barge' }))
  const deed = possible.find(({ name }) => name === chosen) ?? possible[0]
  if (!deed) return null
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    if (await deed.do(call, text.trim())) setText('')
    setBusy(false)
  }
  const missing = deed.label !== null && text.trim() === ''
  return (
    <form className={classes.desk} onSubmit={(event) => void send(event)}>
      <Select
        label="What you want to do"
        allowDeselect={false}
        data={possible.map(({ name, title }) => ({ value: name, label: title }))}
        value={deed.name}
        onChange={(name) => name && choose(name as DeedName)}
      />
      {deed.label !== null && (
        <Textarea
          label={deed.label}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={deed.longest}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault()
              event.currentTarget.form?.requestSubmit()
            }
          }}
        />
      )}
      <div>
        <Button type="submit" loading={busy} disabled={missing || stage.is !== 'listening'} variant={deed.name === 'end' ? 'outline' : 'filled'}>
          {deed.button}
        </Button>
      </div>
    </form>
  )
}
