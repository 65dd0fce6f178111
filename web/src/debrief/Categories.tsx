import type { CategoryScore } from '@/api/types'
import { Panel } from '@/ui/Panel'
import classes from './Categories.module.css'
import { CategoryRow } from './CategoryRow'

export function Categories({ categories }: { categories: readonly CategoryScore[] }) {
  return (
    <Panel title="How it came about">
      <div className={classes.rows}>
        {categories.map((category) => (
          <CategoryRow key={category.category} category={category} />
        ))}
      </div>
    </Panel>
  )
}
