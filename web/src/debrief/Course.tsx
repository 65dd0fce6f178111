import type { FlowSummary } from '@/api/types'
import { clock, duration, percent } from '@/ui/format'
import { Panel } from '@/ui/Panel'
import classes from './Course.module.css'
import { EvidenceButton } from './EvidenceButton'

const partName = { greeting: 'Greeting', issue: 'Issue', closing: 'Closing' }

/** How the call moved: how long each part took, from where to where, and who led. */
export function Course({ course: { parts, transitions, lead } }: { course: FlowSummary }) {
  return (
    <Panel title="How the call moved">
      <ol className={classes.parts}>
        {parts.map((part) => (
          <li key={part.part} style={{ flexGrow: Math.max(part.share, 0.05) }}>
            <h3 className={classes.name}>{partName[part.part]}</h3>
            <p className={classes.time}>
              {duration(part.endMs - part.startMs)}, {percent(part.share)} <span className={classes.from}>from {clock(part.startMs)}</span>
            </p>
            <p className={classes.comment}>{part.comment}</p>
          </li>
        ))}
      </ol>
      <p className={classes.lead}>{lead.because}</p>
      {transitions.length > 0 && (
        <ul className={classes.transitions}>
          {transitions.map((transition) => (
            <li key={`${transition.from} ${transition.to}`}>
              <span>
                {transition.from} <span aria-hidden>→</span>
                <span className={classes.spoken}> to </span> {transition.to}
              </span>
              <span className={classes.comment}>{transition.comment}</span>
              <EvidenceButton evidence={transition.evidence}>Hear it</EvidenceButton>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
