import { Button, Select, TextInput } from '@mantine/core'
import type { ReviewFilters } from '@/api/queries'
import type { ReviewStatus } from '@/api/types'
import { StaffSelect } from '../StaffSelect'
import classes from './ReviewFilterBar.module.css'
import { statuses } from './useReviewFilters'

interface Props {
  values: ReviewFilters
  change: (to: ReviewFilters) => void
  /** Absent where nothing is filtered. */
  clear?: () => void
}

export function ReviewFilterBar({ values, change, clear }: Props) {
  return (
    <div role="search" className={classes.filters}>
      <Select
        label="How it stands"
        placeholder="All"
        clearable
        data={Object.entries(statuses).map(([value, label]) => ({ value, label }))}
        value={values.status ?? null}
        onChange={(status) => change({ ...values, status: (status as ReviewStatus | null) ?? undefined })}
      />
      <StaffSelect label="Taken by" placeholder="Everybody" clearable value={values.staffId ?? null} change={(staffId) => change({ ...values, staffId: staffId ?? undefined })} />
      <TextInput
        label="Came in on"
        placeholder="Every line or team"
        defaultValue={values.queue ?? ''}
        onBlur={(event) => change({ ...values, queue: event.currentTarget.value || undefined })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
      />
      {clear && (
        <Button variant="subtle" onClick={clear}>
          Clear filters
        </Button>
      )}
    </div>
  )
}
