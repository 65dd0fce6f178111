import type { ReactNode } from 'react'
import classes from './Note.module.css'

/** A quiet remark within a page. */
export function Note({ icon, role, children }: { icon?: ReactNode; role?: 'alert' | 'status'; children: ReactNode }) {
  return (
    <div className={classes.note} role={role}>
      {icon && <span className={classes.icon}>{icon}</span>}
      <div className={classes.text}>{children}</div>
    </div>
  )
}
