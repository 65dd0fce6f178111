import { Link } from 'react-router'
import type { MomentPractice } from '@/api/types'
import { when } from '@/ui/format'
import { Panel } from '@/ui/Panel'
import classes from './PracticePage.module.css'
import { Reply } from './Reply'

/** Each practice beside the real call. */
export function Attempts({ practice: { attempts } }: { practice: MomentPractice }) {
  return (
    <Panel title="How it was practised">
      {attempts.length === 0 ? (
        <p className={classes.soft}>Nobody has practised it yet. What they answer will stand here, to be compared with the real call.</p>
      ) : (
        <ol className={classes.list} aria-label="Practice calls">
          {attempts.map((attempt) => (
            <li key={attempt.callId}>
              <Link to={`/calls/${attempt.callId}`}>
                {attempt.traineeName}, {when(attempt.startedAt)}
              </Link>
              {attempt.overall !== null && <span className={classes.soft}>, {attempt.overall} of 100</span>}
              {attempt.reply ? <Reply who="Answered" reply={attempt.reply} /> : <p className={classes.soft}>The call ended before the patient spoke.</p>}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
