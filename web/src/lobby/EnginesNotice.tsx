import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconInfoCircle } from '@tabler/icons-react'
import { Link } from 'react-router'
import { queries } from '@/api/queries'
import { Note } from '@/ui/Note'

/** What an engine that does not run means for the person who is about to call. */
export function EnginesNotice() {
  const engines = useQuery(queries.engines())
  const limited = (engines.data ?? []).filter((choice) => choice.limited)
  if (limited.length === 0) return null
  return (
    <Note quiet icon={<IconInfoCircle size={22} aria-hidden />}>
      {limited.map((choice) => (
        <span key={choice.role}>{choice.meaning}</span>
      ))}
      <Anchor component={Link} to="/engines" underline="always">
        Why is that?
      </Anchor>
    </Note>
  )
}
