import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import type { CallStatus, Difficulty, ScenarioType } from '@/api/types'
import { useSessionUser } from '@/app/useSessionUser'
import { difficulties } from '@/ui/DifficultyMark'
import { words } from '@/ui/words'
import classes from './CallFilterBar.module.css'
import type { CallFilterValues } from './useCallFilters'

interface Props {
  values: CallFilterValues
  change: (changes: CallFilterValues) => void
  /** Absent where nothing is filtered. */
  clear?: () => void
}

const options = (known: Record<string, string>) => Object.entries(known).map(([value, label]) => ({ value, label }))

export function CallFilterBar({ values, change, clear }: Props) {
  const scenarios = useQuery(queries.scenarios())
  // What each may see is the server's to decide; a trainee is only not asked a question with one answer.
  const seesOthers = useSessionUser()?.roles.some((role) => role !== 'trainee') ?? false
  return (
    <div role="search" className={classes.filters}>
      {seesOthers && (
        <Select
          label="Whose calls"
          allowDeselect={false}
          data={[
            { value: 'own', label: 'My own' },
            { value: 'everybody', label: 'Everybody’s' },
          ]}
          value={values.everybodys ? 'everybody' : 'own'}
          onChange={(whose) => change({ everybodys: whose === 'everybody' || undefined })}
        />
      )}
      <Select
        label="Scenario"
        placeholder="Every scenario"
        clearable
        searchable
        data={(scenarios.data ?? []).map((card) => ({ value: card.id, label: card.title }))}
        value={values.scenarioId ?? null}
        onChange={(scenarioId) => change({ scenarioId: scenarioId ?? undefined })}
      />
      <Select label="Type" placeholder="Every type" clearable data={options(words.type)} value={values.type ?? null} onChange={(type) => change({ type: (type as ScenarioType | null) ?? undefined })} />
      <Select
        label="Difficulty"
        placeholder="Every difficulty"
        clearable
        data={difficulties.map((value) => ({ value, label: words.difficulty[value] }))}
        value={values.difficulty ?? null}
        onChange={(difficulty) => change({ difficulty: (difficulty as Difficulty | null) ?? undefined })}
      />
      <Select
        label="How it stands"
        placeholder="All"
        clearable
        data={[
          { value: 'ended', label: words.status.ended },
          { value: 'interrupted', label: words.status.interrupted },
          { value: 'live', label: words.status.live },
        ]}
        value={values.status ?? null}
        onChange={(status) => change({ status: (status as CallStatus | null) ?? undefined })}
      />
      <TextInput type="date" label="From" value={values.fromDay ?? ''} onChange={(event) => change({ fromDay: event.currentTarget.value || undefined })} />
      <TextInput type="date" label="To" value={values.toDay ?? ''} onChange={(event) => change({ toDay: event.currentTarget.value || undefined })} />
      {clear && (
        <Button variant="subtle" className={classes.clear} onClick={clear}>
          Clear filters
        </Button>
      )}
    </div>
  )
}
