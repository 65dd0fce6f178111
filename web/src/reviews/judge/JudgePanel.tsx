import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import type { ReviewReading } from '@/api/types'
import { count, when } from '@/ui/format'
import { Loading } from '@/ui/Loading'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import classes from './JudgePanel.module.css'
import { JudgedAlready } from './JudgedAlready'
import { JudgeForm } from './JudgeForm'

interface Props {
  reading: ReviewReading
  /** Where the sound is: a comment is made there. */
  atMs: number
  play: (atMs: number) => void
}

/** What this coach makes of the call, and what others do once it is handed in. */
export function JudgePanel({ reading, atMs, play }: Props) {
  const { id } = reading.review
  const judgements = useQuery(queries.judgements(id))
  if (judgements.isPending) return <Loading what="Fetching what was judged" />
  if (!judgements.data) return <ProblemNote problem={judgements.error} retry={() => void judgements.refetch()} />
  const { mine, others, othersHandedIn } = judgements.data
  return (
    <Panel title="Your judgement">
      {mine.handedInAt ? (
        <>
          <p className={classes.soft}>You handed it in {when(mine.handedInAt)}.</p>
          <JudgedAlready judgement={mine.judgement} play={play} />
        </>
      ) : (
        <JudgeForm key={id} reading={reading} first={mine.judgement} atMs={atMs} play={play} />
      )}
      {othersHandedIn > others.length && <p className={classes.soft}>{count(othersHandedIn, 'other coach', 'other coaches')} handed in a judgement. It is shown when {mine.handedInAt ? 'the calibration of this call opens' : 'you have handed in yours'}, so that you judge without each other.</p>}
      {others.map((other) => (
        <section key={other.coachName} aria-label={`Judged by ${other.coachName}`} className={classes.other}>
          <h3 className={classes.name}>{other.coachName}</h3>
          <JudgedAlready judgement={other.judgement} play={play} />
        </section>
      ))}
    </Panel>
  )
}
