import { Button, type ButtonProps } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** A way to another page that looks like a button. */
export function LinkButton({ to, children, ...looks }: ButtonProps & { to: string; children: ReactNode }) {
  return (
    <Button component={Link} to={to} {...looks}>
      {children}
    </Button>
  )
}
