import { Collapse, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useId, useState, type ReactNode } from 'react'
import classes from './Disclosure.module.css'

/** A part of a page that is there for those who ask for it. */
export function Disclosure({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <section className={classes.disclosure} aria-labelledby={`${id}-title`}>
      <h2 className={classes.heading}>
        <UnstyledButton className={classes.button} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          <span>
            <span id={`${id}-title`} className={classes.title}>
              {title}
            </span>
            {hint && <span className={classes.hint}>{hint}</span>}
          </span>
          <IconChevronDown size={20} aria-hidden className={classes.chevron} />
        </UnstyledButton>
      </h2>
      <Collapse expanded={open} id={id}>
        <div className={classes.content}>{children}</div>
      </Collapse>
    </section>
  )
}
