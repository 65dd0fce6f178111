import type { CategoryScore, Improvement } from '@/api/types'
import { Panel } from '@/ui/Panel'
import classes from './Categories.module.css'
import { CategoryRow } from './CategoryRow'

export function Categories({ categories, improvements }: { categories: readonly CategoryScore[]; improvements: readonly Improvement[] }) {
  return (
    <Panel title="How it came about">
      <div className={classes.rows}>
        {categories.map((category) => (
          <CategoryRow key={category.category} category={category} tips={improvements.filter((one) => one.category === category.category).slice(0, 2)} />
        ))}
      </div>
    </Panel>
  )
}
