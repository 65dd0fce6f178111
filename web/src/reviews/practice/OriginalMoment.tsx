import type { MomentPractice } from '@/api/types'
import { clock } from '@/ui/format'
import { Panel } from '@/ui/Panel'
import classes from './PracticePage.module.css'
import { Reply } from './Reply'

/** What was said in the real call, masked. */
export function OriginalMoment({ practice }: { practice: MomentPractice }) {
  return (
    <Panel title="The real call" aside={<span className={classes.soft}>at {clock(practice.atMs)}</span>}>
      {practice.callerSaid && (
        <div className={classes.caller}>
          <span className={classes.soft}>The caller said</span>
          <span className={classes.quote}>{practice.callerSaid}</span>
        </div>
      )}
      <Reply who="Staff said" reply={practice.original} />
    </Panel>
  )
}
