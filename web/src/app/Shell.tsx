import { Link, NavLink, Outlet } from 'react-router'
import { Mark } from '@/ui/Mark'
import { ColorSchemeToggle } from './ColorSchemeToggle'
import { MyCallsLink } from './MyCallsLink'
import { ReviewsLink } from './ReviewsLink'
import classes from './Shell.module.css'
import { UserMenu } from './UserMenu'
import { useIsIn } from './useSessionUser'

export function Shell() {
  const isAdministrator = useIsIn('administrator')
  const isSupervisor = useIsIn('supervisor')
  const isCoach = useIsIn('coach')
  return (
    <div className={classes.shell}>
      <header className={classes.header}>
        <Link to="/" className={classes.brand} aria-label="Practice room, to the lobby">
          <Mark />
          <span className={classes.name}>Practice room</span>
        </Link>
        <nav className={classes.nav} aria-label="Main">
          <NavLink to="/" end className={classes.link}>
            Lobby
          </NavLink>
          <NavLink to="/history" className={classes.link}>
            History
          </NavLink>
          <MyCallsLink />
          {isSupervisor && (
            <NavLink to="/wallboard" className={classes.link}>
              Wallboard
            </NavLink>
          )}
          {(isCoach || isAdministrator) && <ReviewsLink />}
          <NavLink to="/engines" className={classes.link}>
            Engines
          </NavLink>
          {isAdministrator && (
            <NavLink to="/people" className={classes.link}>
              People
            </NavLink>
          )}
          {isAdministrator && (
            <NavLink to="/supervision" className={classes.link}>
              Supervision
            </NavLink>
          )}
        </nav>
        <div className={classes.tools}>
          <ColorSchemeToggle />
          <UserMenu />
        </div>
      </header>
      <main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
