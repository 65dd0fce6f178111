import { Select, Switch, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { memo } from 'react'
import type { Difficulty } from '@/api/types'
import { difficulties } from '@/ui/DifficultyMark'
import { count } from '@/ui/format'
import { words } from '@/ui/words'
import type { BoardFilter } from './arrange'
import classes from './WallboardPage.module.css'

interface Props {
  filter: BoardFilter
  change: (filter: BoardFilter) => void
  sound: { on: boolean; set: (on: boolean) => void }
  shown: number
  all: number
  /** The order stands still because somebody points at the board. */
  held: boolean
}

/** Drawn when something in it has changed, not with every update of the calls. */
export const BoardFilters = memo(function BoardFilters({ filter, change, sound, shown, all, held }: Props) {
  return (
    <div role="search" className={classes.filters}>
      <TextInput
        aria-label="Search live calls"
        placeholder="Search by trainee, patient, scenario"
        leftSection={<IconSearch size={18} aria-hidden />}
        value={filter.text}
        onChange={(event) => change({ ...filter, text: event.currentTarget.value })}
        className={classes.search}
      />
      <Select
        aria-label="Difficulty"
        placeholder="Every difficulty"
        clearable
        data={difficulties.map((value) => ({ value, label: words.difficulty[value] }))}
        value={filter.difficulty}
        onChange={(difficulty) => change({ ...filter, difficulty: difficulty as Difficulty | null })}
      />
      <Switch label="Only those who need help" checked={filter.needy} onChange={(event) => change({ ...filter, needy: event.currentTarget.checked })} />
      <Switch label="Sound for alerts" checked={sound.on} onChange={(event) => sound.set(event.currentTarget.checked)} />
      <span className={classes.count}>
        {shown === all ? count(all, 'call') : `${shown} of ${count(all, 'call')}`}
        {held && ', order held'}
      </span>
    </div>
  )
})
