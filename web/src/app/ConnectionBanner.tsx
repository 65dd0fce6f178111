import { useNetwork } from '@mantine/hooks'
import classes from './ConnectionBanner.module.css'

export function ConnectionBanner() {
  const { online } = useNetwork()
  return (
    <div role="status">
      {!online && (
        <p className={classes.banner}>
          Your computer is not connected to a network. What you see may be old; it will be refreshed when the connection is back.
        </p>
      )}
    </div>
  )
}
