import { Button } from '@mantine/core'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { MomentPractice } from '@/api/types'
import { ProblemNote } from '@/ui/ProblemNote'
import { usePractice } from './usePractice'

/** Asks first: those it was given to lose it. */
export function RemovePractice({ practice }: { practice: MomentPractice }) {
  const [asked, setAsked] = useState(false)
  const { remove } = usePractice(practice.recordedCallId, practice.id)
  const navigate = useNavigate()
  if (!asked) {
    return (
      <Button variant="subtle" onClick={() => setAsked(true)}>
        Remove this practice call
      </Button>
    )
  }
  return (
    <>
      <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(undefined, { onSuccess: () => void navigate(`/reviews/${practice.recordedCallId}`) })}>
        Remove it for everybody
      </Button>
      <Button variant="subtle" onClick={() => setAsked(false)}>
        Keep it
      </Button>
      {remove.isError && <ProblemNote problem={remove.error} />}
    </>
  )
}
