import type { ScoringCategory } from '@/api/types'
import { words } from '@/ui/words'
import classes from './Agreement.module.css'

interface Row {
  /** Who judged, where that differs from row to row. */
  who?: string
  category: ScoringCategory
  calls: number
  same: number
  /** Null where it cannot be told. */
  kappa: number | null
}

interface Props {
  name: string
  /** What was judged: "Calls". */
  judged: string
  rows: readonly Row[]
}

/** Agreement category by category, by the letters of the scores. */
export function KappaTable({ name, judged, rows }: Props) {
  const namesWho = rows.some((row) => row.who !== undefined)
  return (
    // Wider than a phone: it scrolls within itself.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.frame} tabIndex={0} role="region" aria-label={name}>
      <table className={classes.table}>
        <thead>
          <tr>
            {namesWho && <th scope="col">Coaches</th>}
            <th scope="col">Category</th>
            <th scope="col">{judged}</th>
            <th scope="col">Same letter</th>
            <th scope="col">Kappa</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.who ?? ''}-${row.category}`}>
              {namesWho && <td>{row.who}</td>}
              <td>{words.category[row.category]}</td>
              <td>{row.calls}</td>
              <td>{row.same}</td>
              <td>{row.kappa === null ? 'cannot be told' : row.kappa.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
