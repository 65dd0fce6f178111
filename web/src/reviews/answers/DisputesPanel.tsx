import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { queries } from '@/api/queries'
import { when } from '@/ui/format'
import { Panel } from '@/ui/Panel'
import classes from './Answers.module.css'
import { aboutWords } from './answerWords'

/** What members of staff dispute and nobody has settled; nothing where there is nothing. */
export function DisputesPanel() {
  const disputes = useQuery(queries.disputes())
  if (!disputes.data?.length) return null
  return (
    <Panel title="Disputed, to be settled" tone="honey">
      <ul className={classes.plain} aria-label="Open disputes">
        {disputes.data.map((dispute) => (
          <li key={`${dispute.recordedCallId}-${dispute.at}`}>
            <Link to={`/reviews/${dispute.recordedCallId}`}>{dispute.fileName}</Link>, {dispute.staffName}: {aboutWords(dispute)}, {when(dispute.at)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
