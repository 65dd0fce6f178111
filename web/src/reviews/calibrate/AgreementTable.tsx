import type { CalibrationAgreement } from '@/api/types'
import { Panel } from '@/ui/Panel'
import { KappaTable } from '../judge/KappaTable'
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
          <KappaTable name="Agreement in each category" judged="Recordings" rows={agreement} />
        </>
      )}
    </Panel>
  )
}
