import type { ReactNode } from 'react'
import { Mark } from '@/ui/Mark'
import classes from './Doorway.module.css'
import { Voices } from './Voices'

/** The room outside the practice room: one form, and what it leads to. */
export function Doorway({ serverName, children }: { serverName?: string | undefined; children: ReactNode }) {
  return (
    <div className={classes.doorway}>
      <aside className={classes.picture}>
        <Voices />
        <p className={classes.promise}>Say it here first, where nobody is hurt by a wrong word.</p>
        <p className={classes.small}>A practice room for people who answer the phone in healthcare.</p>
      </aside>
      <main id="main" tabIndex={-1} className={classes.main}>
        <div className={classes.form}>
          <p className={classes.brand}>
            <Mark />
            <span>
              Practice room
              {serverName && <span className={classes.server}>{serverName}</span>}
            </span>
          </p>
          {children}
        </div>
      </main>
    </div>
  )
}
