import { Collapse, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { CategoryScore, Improvement, Observation } from '@/api/types'
import { ScoreBar, ScoreLetter } from '@/ui/ScoreLetter'
import { words } from '@/ui/words'
import classes from './Categories.module.css'
import { EvidenceList } from './EvidenceButton'

/** A letter, a bar and a sentence; what it rests on opens below. */
export function CategoryRow({ category, tips }: { category: CategoryScore; tips: readonly Improvement[] }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const head = (
    <>
      <ScoreLetter letter={category.letter} score={category.score} />
      <span className={classes.name}>
        {words.category[category.category]}
        <span className={classes.weight}>counts {category.weight} %</span>
      </span>
      <span className={classes.bar}>
        <ScoreBar score={category.score} />
      </span>
      <span className={classes.because}>{category.because}</span>
    </>
  )
  if (category.observations.length === 0) return <div className={classes.head}>{head}</div>
  return (
    <div>
      <UnstyledButton className={classes.head} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {head}
        <IconChevronDown size={20} aria-hidden className={classes.chevron} />
      </UnstyledButton>
      <Collapse expanded={open} id={id}>
        <ul className={classes.observations}>
          {category.observations.map((observation) => (
            <li key={observation.text}>
              <p className={classes.observation}>
                {observation.text} <span className={classes.impact}>{impact(observation)}</span>
              </p>
              <EvidenceList evidence={observation.evidence} />
            </li>
          ))}
        </ul>
        {tips.length > 0 && (
          <ul className={classes.tips} aria-label={`What to try for ${words.category[category.category].toLowerCase()}`}>
            {tips.map((tip) => (
              <li key={tip.text}>
                <span className={classes.tip}>Next time:</span> {tip.text} <q className={classes.better}>{tip.better}</q>
              </li>
            ))}
          </ul>
        )}
      </Collapse>
    </div>
  )
}

function impact({ impact: points }: Observation): string {
  if (points === 0) return ''
  return points > 0 ? `+${points} points` : `−${-points} points`
}
