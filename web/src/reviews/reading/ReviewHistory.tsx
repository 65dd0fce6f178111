import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import type { ReviewDeed } from '@/api/types'
import { Disclosure } from '@/ui/Disclosure'
import { when } from '@/ui/format'
import { ProblemNote } from '@/ui/ProblemNote'
import classes from './ReviewHistory.module.css'

const did: Record<ReviewDeed, string> = {
  uploaded: 'uploaded it',
  opened: 'opened it',
  revealed: 'showed names, numbers and addresses',
  heard: 'loaded the sound',
  removed: 'removed it',
  held: 'put it on hold',
  released: 'let it go',
  changedRetention: 'changed how long recordings are kept',
  judged: 'handed in a judgement',
  exported: 'exported it',
  corrected: 'corrected a line',
  madePractice: 'made a practice call of a moment',
  checkedPractice: 'checked a practice call',
  assignedPractice: 'gave a practice call to somebody',
  shared: 'shared it with the member of staff',
  tookBack: 'took it back from the member of staff',
  answered: 'answered the review',
  replied: 'replied to an answer',
  setAction: 'set something to be practised',
  didAction: 'did what was to be practised',
  calibrated: 'put it before several coaches',
  closedCalibration: 'opened what coaches judged blind',
  agreedScore: 'noted an agreed score',
  swappedSides: 'swapped staff and caller',
  changedStaff: 'changed who took the call',
  changedTime: 'changed when the call was',
  changedQueue: 'changed the line or team',
  changedConsent: 'changed whether consent is noted',
  removedAction: 'removed something to be practised',
  found: 'read lines of it in what a search found',
}

/** Who opened, heard and revealed a recording; for administrators. */
export function ReviewHistory({ reviewId }: { reviewId: string }) {
  const audit = useQuery(queries.reviewAudit(reviewId))
  return (
    <Disclosure title="Who did what" hint="Opened, heard, revealed">
      {audit.isError && <ProblemNote problem={audit.error} retry={() => void audit.refetch()} />}
      <ul className={classes.lines}>
        {audit.data?.map((line) => (
          <li key={`${line.at}-${line.deed}`}>
            {line.personName} {did[line.deed]}, <time dateTime={line.at}>{when(line.at)}</time>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
