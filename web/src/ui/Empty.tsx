import type { ReactNode } from 'react'
import classes from './Empty.module.css'

/** Nothing to show: why, and what to do about it. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <svg width="72" height="40" viewBox="0 0 72 40" aria-hidden="true" focusable="false">
        <g fill="none" strokeLinecap="round" strokeWidth="4">
          <path className={classes.trainee} d="M6 18v4M16 14v12M26 10v20" />
          <path className={classes.patient} d="M46 17v6M56 19v2M66 19v2" />
        </g>
      </svg>
      <p className={classes.title}>{title}</p>
      {children && <p className={classes.text}>{children}</p>}
      {action}
    </div>
  )
}
