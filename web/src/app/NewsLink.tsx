import { VisuallyHidden } from '@mantine/core'
import { NavLink } from 'react-router'
import classes from './Shell.module.css'

/** A way, with the number of what is new at its end. */
export function NewsLink({ to, name, news }: { to: string; name: string; news: number }) {
  return (
    <NavLink to={to} className={classes.link}>
      {name}{' '}
      {news > 0 && (
        <span className={classes.news}>
          {news}
          <VisuallyHidden> new</VisuallyHidden>
        </span>
      )}
    </NavLink>
  )
}
