import { Outlet, ScrollRestoration } from 'react-router'
import { ConnectionBanner } from './ConnectionBanner'

export function Root() {
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the page
      </a>
      <ConnectionBanner />
      <Outlet />
      <ScrollRestoration />
    </>
  )
}
