import { Loader } from '@mantine/core'
import classes from './Analysing.module.css'

/** Between hanging up and the debrief. */
export function Analysing({ tries = 0 }: { tries?: number }) {
  return (
    <div role="status" className={classes.analysing}>
      <Loader type="bars" aria-hidden />
      <div>
        <p className={classes.title}>Your debrief is being written.</p>
        <p className={classes.text}>
          {tries < 20 ? 'It takes a second or two. The transcript is already here.' : 'It takes longer than it should. You can leave this page; the debrief will be in your history.'}
        </p>
      </div>
    </div>
  )
}
