import { Radio } from '@mantine/core'
import type { Difficulty } from '@/api/types'
import { difficulties } from '@/ui/DifficultyMark'
import { words } from '@/ui/words'
import classes from './DifficultyChoice.module.css'

const meaning: Record<Difficulty, string> = {
  beginner: 'Patient with you; hints come by themselves.',
  intermediate: 'Hints when you ask for them.',
  advanced: 'Pushes back; no hints.',
  expert: 'Short of patience; no hints.',
}

interface Props {
  value: Difficulty
  /** The level that the scenario was written for. */
  written: Difficulty
  onChange: (difficulty: Difficulty) => void
}

export function DifficultyChoice({ value, written, onChange }: Props) {
  return (
    <Radio.Group label="How hard should it be?" value={value} onChange={(chosen) => onChange(chosen as Difficulty)} classNames={{ label: classes.legend }}>
      <div className={classes.choices}>
        {difficulties.map((difficulty) => (
          <Radio
            key={difficulty}
            value={difficulty}
            label={words.difficulty[difficulty] + (difficulty === written ? ' (as written)' : '')}
            description={meaning[difficulty]}
          />
        ))}
      </div>
    </Radio.Group>
  )
}
