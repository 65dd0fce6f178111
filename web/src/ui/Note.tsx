import type { ReactNode } from 'react'
import classes from './Note.module.css'

/** A quiet remark within a page. */
export function Note({ icon, role, quiet = false, children }: { icon?: ReactNode; role?: 'alert' | 'status'; quiet?: boolean; children: ReactNode }) {
  return (
    <div className={classes.note} role={role} data-quiet={quiet || undefined}>
      {icon && <span className={classes.icon}>{icon}</span>}
      <div className={classes.text}>{children}</div>
    </div>
  )
}
