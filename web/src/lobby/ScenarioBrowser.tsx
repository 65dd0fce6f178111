import { Button, CloseButton, Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { Difficulty, ScenarioCard as Card, ScenarioType } from '@/api/types'
import { difficulties } from '@/ui/DifficultyMark'
import { Empty } from '@/ui/Empty'
import { count } from '@/ui/format'
import { words } from '@/ui/words'
import { filterScenarios } from './filterScenarios'
import classes from './ScenarioBrowser.module.css'
import { ScenarioCard } from './ScenarioCard'
import { useScenarioFilter } from './useScenarioFilter'

export function ScenarioBrowser({ scenarios }: { scenarios: readonly Card[] }) {
  const { filter, change, isFiltered } = useScenarioFilter()
  if (scenarios.length === 0) {
    return <Empty title="There are no scenarios yet">Your administrator puts them into the server’s scenarios folder; a file with a mistake is named on the Engines page.</Empty>
  }
  const shown = filterScenarios(scenarios, filter)
  return (
    <section aria-labelledby="all-scenarios" className={classes.browser}>
      <div className={classes.head}>
        <h2 id="all-scenarios" className={classes.title}>
          All scenarios
        </h2>
        <span role="status" className={classes.count}>
          {isFiltered ? `${shown.length} of ${count(scenarios.length, 'scenario')}` : count(scenarios.length, 'scenario')}
        </span>
      </div>
      <div role="search" className={classes.filters}>
        <TextInput
          aria-label="Search scenarios"
          placeholder="Search by patient, topic, words"
          leftSection={<IconSearch size={18} aria-hidden />}
          rightSection={filter.text && <CloseButton size="sm" aria-label="Clear the search" onClick={() => change({ text: '' })} />}
          value={filter.text}
          onChange={(event) => change({ text: event.currentTarget.value })}
          className={classes.search}
        />
        <Select
          aria-label="Type"
          placeholder="Every type"
          clearable
          data={Object.entries(words.type).map(([value, label]) => ({ value, label }))}
          value={filter.type}
          onChange={(type) => change({ type: type as ScenarioType | null })}
        />
        <Select
          aria-label="Difficulty"
          placeholder="Every difficulty"
          clearable
          data={difficulties.map((value) => ({ value, label: words.difficulty[value] }))}
          value={filter.difficulty}
          onChange={(difficulty) => change({ difficulty: difficulty as Difficulty | null })}
        />
      </div>
      {shown.length === 0 ? (
        <Empty
          title="No scenario fits all of that"
          action={
            <Button variant="default" onClick={() => change({ text: '', type: null, difficulty: null })}>
              Show all scenarios
            </Button>
          }
        >
          Try fewer words, or another type or difficulty.
        </Empty>
      ) : (
        <ul className={classes.cards}>
          {shown.map((card) => (
            <li key={card.id}>
              <ScenarioCard card={card} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
