import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ImprovementAction } from '@/api/types'
import { ProblemNote } from '@/ui/ProblemNote'
import { endOfDay } from '../endOfDay'
import { ActionList } from './ActionList'
import { useActions } from './useActions'

/** Whose actions are due, for coaches, who can move, end and remove them. */
export function CoachActions({ actions, label, linked = false }: { actions: readonly ImprovementAction[]; label: string; linked?: boolean }) {
  return <ActionList actions={actions} label={label} named ways={(action) => <CoachWays action={action} linked={linked} />} />
}

function CoachWays({ action, linked }: { action: ImprovementAction; linked: boolean }) {
  const [moving, setMoving] = useState(false)
  const [removing, setRemoving] = useState(false)
  const { change, remove } = useActions()
  const done = action.state === 'done'
  const problem = change.error ?? remove.error
  const moveTo = (date: string) => {
    const dueAt = endOfDay(date)
    if (dueAt) change.mutate({ ...action, dueAt, done: false }, { onSuccess: () => setMoving(false) })
  }
  return (
    <>
      {linked && action.recordedCallId && <Link to={`/reviews/${action.recordedCallId}`}>The recording</Link>}
      {action.practiceTitle && <span>with the practice call “{action.practiceTitle}”</span>}
      <Button size="compact-sm" variant="default" loading={change.isPending} onClick={() => change.mutate({ ...action, done: !done })} aria-label={`${done ? 'Not done yet' : 'It is done'}: ${action.what}`}>
        {done ? 'Not done yet' : 'It is done'}
      </Button>
      {moving ? (
        <TextInput size="xs" type="date" aria-label={`Another day: ${action.what}`} onChange={(event) => moveTo(event.currentTarget.value)} />
      ) : (
        <Button size="compact-sm" variant="subtle" onClick={() => setMoving(true)} aria-label={`Another day: ${action.what}`}>
          Another day
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" loading={remove.isPending} onClick={() => (removing ? remove.mutate(action.id) : setRemoving(true))} aria-label={`${removing ? 'Remove for good' : 'Remove'}: ${action.what}`}>
        {removing ? 'Remove for good' : 'Remove'}
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </>
  )
}
