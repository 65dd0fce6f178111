import type { KeyMoment } from '@/api/types'
import { Panel } from '@/ui/Panel'
import { words } from '@/ui/words'
import { EvidenceButton } from './EvidenceButton'
import classes from './KeyMoments.module.css'

/** Where most was won or lost, in the order of the call. */
export function KeyMoments({ moments }: { moments: readonly KeyMoment[] }) {
  if (moments.length === 0) return null
  return (
    <Panel title="Moments that counted">
      <ol className={classes.moments}>
        {moments.map((moment) => (
          <li key={moment.evidence.utterance} data-good={moment.impact > 0 || undefined}>
            <p className={classes.points}>
              {points(moment.impact)}
              <span className={classes.unit}>points</span>
            </p>
            <div>
              <p className={classes.text}>{moment.text}</p>
              <p className={classes.category}>{words.category[moment.category]}</p>
              <EvidenceButton evidence={moment.evidence} />
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

const points = (impact: number) => `${impact > 0 ? 'Won' : 'Lost'} ${Math.abs(impact)}`
