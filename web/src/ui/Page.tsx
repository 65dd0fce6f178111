import { useEffect, useRef, type ReactNode } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router'
import classes from './Page.module.css'

interface Props {
  title: string
  /** For the browser tab, where it should differ from the heading. */
  tabTitle?: string
  intro?: ReactNode
  children: ReactNode
}

/** A page with its one heading: names the tab, and takes the focus there after a navigation, so that a screen reader says where one is. */
export function Page({ title, tabTitle, intro, children }: Props) {
  const heading = useHeadingFocus()
  useEffect(() => {
    document.title = `${tabTitle ?? title} · Practice room`
  }, [title, tabTitle])
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 ref={heading} tabIndex={-1} className={classes.title}>
          {title}
        </h1>
        {intro && <div className={classes.intro}>{intro}</div>}
      </header>
      {children}
    </div>
  )
}

function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname, key } = useLocation()
  const how = useNavigationType()
  useEffect(() => {
    // "default" is the address the browser came in with: the reader starts at the top by itself.
    if (key !== 'default' && how !== NavigationType.Pop) heading.current?.focus({ preventScroll: true })
    // Filters live in the search part of the address; changing them must not move the focus, so only the path counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pathname])
  return heading
}
