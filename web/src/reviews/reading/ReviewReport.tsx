import { memo } from 'react'
import type { Debrief } from '@/api/types'
import { Categories } from '@/debrief/Categories'
import { FlowAndPhrases } from '@/debrief/FlowAndPhrases'
import { MissedChances } from '@/debrief/MissedChances'
import { Numbers } from '@/debrief/Numbers'
import { OneChange } from '@/debrief/OneChange'
import { OutcomePanel } from '@/debrief/OutcomePanel'
import { Strengths } from '@/debrief/Strengths'
import { Note } from '@/ui/Note'

interface Props {
  /** Null where nobody knows who speaks. */
  debrief: Debrief | null
  /** Who reads it took the call. */
  own?: boolean
}

/** Scorecard and debrief as for a practice call; "you" in it is the member of staff. */
export const ReviewReport = memo(function ReviewReport({ debrief, own = false }: Props) {
  if (!debrief) return <Note>Nobody can tell from this one channel who speaks, so the call is not scored. Say who speaks in each line, or record calls with a party on each side (stereo).</Note>
  if (!debrief.judged) return <Note>{debrief.overallBecause}</Note>
  const [first] = debrief.improvements
  return (
    <>
      {!own && <Note>This is what the member of staff would read about the call: “you” is them.</Note>}
      <OutcomePanel debrief={debrief} />
      <Strengths strengths={debrief.strengths.slice(0, 2)} />
      {first && <OneChange improvement={first} />}
      <Categories categories={debrief.categories} improvements={debrief.improvements} />
      <MissedChances chances={debrief.missedChances} others={debrief.improvements.slice(1)} />
      <FlowAndPhrases flow={debrief.flow} phrases={debrief.phrases} toAvoid={debrief.phrasesToAvoid} />
      <Numbers numbers={debrief.numbers} listening={debrief.listening} notes={debrief.notes} />
    </>
  )
})
