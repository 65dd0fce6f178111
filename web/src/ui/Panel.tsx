import { useId, type ReactNode } from 'react'
import classes from './Panel.module.css'

interface Props {
  title: string
  /** Beside the title: a button, a number. */
  aside?: ReactNode
  tone?: 'plain' | 'trainee' | 'honey'
  className?: string | undefined
  children: ReactNode
}

/** A titled part of a page. */
export function Panel({ title, aside, tone = 'plain', className, children }: Props) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={`${classes.panel} ${className ?? ''}`} data-tone={tone}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
