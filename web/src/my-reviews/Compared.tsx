import { Link } from 'react-router'
import type { MomentComparison } from '@/api/types'
import { Reply } from '@/reviews/practice/Reply'
import { when } from '@/ui/format'
import classes from './Compared.module.css'

/** How a moment was answered in the real call, and in each practice of it. */
export function Compared({ comparison: { callerSaid, original, attempts } }: { comparison: MomentComparison }) {
  return (
    <>
      {callerSaid && (
        <p className={classes.caller}>
          <span className={classes.soft}>The caller said</span> {callerSaid}
        </p>
      )}
      <Reply who="In the real call you said" reply={original} />
      {attempts.length === 0 && <p className={classes.soft}>You have not practised it yet. What you answer then will stand here.</p>}
      <ol className={classes.list} aria-label="Your practice calls">
        {attempts.map((attempt) => (
          <li key={attempt.callId}>
            <Link to={`/calls/${attempt.callId}`}>Practised {when(attempt.startedAt)}</Link>
            {attempt.overall !== null && <span className={classes.soft}>, {attempt.overall} of 100</span>}
            {attempt.reply ? <Reply who="You said" reply={attempt.reply} /> : <p className={classes.soft}>The call ended before the patient spoke.</p>}
          </li>
        ))}
      </ol>
    </>
  )
}
