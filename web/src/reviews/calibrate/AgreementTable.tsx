import type { CalibrationAgreement } from '@/api/types'
import { Panel } from '@/ui/Panel'
import { words } from '@/ui/words'
import classes from './Calibrate.module.css'

/** How far the coaches agree in each category, by the letters of their scores. */
export function AgreementTable({ agreement }: { agreement: readonly CalibrationAgreement[] }) {
  const [first] = agreement
  return (
    <Panel title="How far the coaches agree">
      {!first && <p className={classes.soft}>Fewer than two coaches judged, so there is nothing to compare.</p>}
      {first && (
        <>
          <p className={classes.soft}>{first.measure === 'cohen' ? 'Cohen’s kappa, of two coaches' : `Fleiss’ kappa, of ${first.coaches} coaches`}, by the letters of their scores: 1 is full agreement, 0 what chance gives. A score that was left as it was worked out counts as given.</p>
          {/* Wider than a phone: it scrolls within itself. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className={classes.frame} tabIndex={0} role="region" aria-label="Agreement in each category">
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">Category</th>
                  <th scope="col">Recordings</th>
                  <th scope="col">Same letter</th>
                  <th scope="col">Kappa</th>
                </tr>
              </thead>
              <tbody>
                {agreement.map((row) => (
                  <tr key={row.category}>
                    <td>{words.category[row.category]}</td>
                    <td>{row.calls}</td>
                    <td>{row.same}</td>
                    <td>{row.kappa === null ? 'cannot be told' : row.kappa.toFixed(2)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Panel>
  )
}
