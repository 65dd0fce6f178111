import { Loader } from '@mantine/core'
import classes from './Loading.module.css'

export function Loading({ what = 'One moment' }: { what?: string }) {
  return (
    <div className={classes.loading} role="status">
      <Loader type="dots" aria-hidden />
      <span>{what}</span>
    </div>
  )
}
