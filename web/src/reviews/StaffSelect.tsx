import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'

interface Props {
  label: string
  placeholder: string
  clearable?: boolean
  value: string | null
  change: (to: string | null) => void
}

/** One of the people of the organisation. */
export function StaffSelect({ label, placeholder, clearable = false, value, change }: Props) {
  const staff = useQuery(queries.staff())
  return <Select label={label} placeholder={placeholder} clearable={clearable} searchable data={(staff.data ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }))} value={value} onChange={change} />
}
