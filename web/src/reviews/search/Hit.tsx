import { Link } from 'react-router'
import type { FoundLine, SearchHit } from '@/api/types'
import { clock, when } from '@/ui/format'
import { markWords } from '../reading/markWords'
import { speakers } from '../speakers'
import classes from './Hit.module.css'

/** A place in a call with what was said around it; leads there. */
export function Hit({ hit }: { hit: SearchHit }) {
  const facts = [hit.staffName, hit.queue, when(hit.takenAt ?? hit.uploadedAt), hit.overall !== null && `scored ${hit.overall}`].filter(Boolean)
  const to = new URLSearchParams({ at: String(hit.atMs), ...(hit.line && { line: String(hit.line.number) }) })
  return (
    <li className={classes.hit} data-kind={hit.mark?.kind}>
      <div className={classes.head}>
        <Link to={`/reviews/${hit.reviewId}?${to}`} className={classes.where}>
          {hit.fileName} at {clock(hit.atMs)}
        </Link>
        <span className={classes.soft}>{facts.join(', ')}</span>
      </div>
      {hit.mark && (
        <p className={classes.mark}>
          <strong>{markWords[hit.mark.kind]}</strong> {hit.mark.text}
        </p>
      )}
      <div className={classes.lines}>
        <Said line={hit.before} />
        <Said line={hit.line} found />
        <Said line={hit.after} />
      </div>
    </li>
  )
}

function Said({ line, found = false }: { line: FoundLine | null; found?: boolean }) {
  if (!line) return null
  return (
    <p className={classes.line} data-speaker={line.speaker} data-found={found || undefined}>
      <span className={classes.who}>{speakers[line.speaker]}</span> {line.text}
    </p>
  )
}
