import type { ExportedReview } from '@/api/types'
import { clock, duration, when } from '@/ui/format'
import { words } from '@/ui/words'
import { markWords } from '../reading/markWords'
import { speakers } from '../speakers'
import classes from './Print.module.css'
import { PrintedJudgements } from './PrintedJudgements'
import { PrintedScores } from './PrintedScores'

/** All that is known of a call, in the order in which one reads it. */
export function PrintedReview({ review: { exportedAt, exportedBy, reading, judgements } }: { review: ExportedReview }) {
  const { review, lines, marks, debrief } = reading
  const facts = [
    ['Taken by', review.staffName],
    ['When', review.takenAt && when(review.takenAt)],
    ['Came in on', review.queue],
    ['Length', review.durationMs !== null && duration(review.durationMs)],
    ['Written down by', review.engine],
  ].filter((fact): fact is [string, string] => !!fact[1])
  return (
    <article>
      <h1 className={classes.title}>{review.fileName}</h1>
      <p className={classes.soft}>
        Printed by {exportedBy}, {when(exportedAt)}. Names, numbers and addresses are masked.
      </p>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {review.notes.map((note) => (
        <p key={note} className={classes.soft}>
          {note}
        </p>
      ))}
      {debrief?.judged ? <PrintedScores debrief={debrief} names={words.category} /> : <p>{debrief ? debrief.overallBecause : 'The call is not scored.'}</p>}
      <PrintedJudgements judgements={judgements} names={words.category} />
      <h2>Moments</h2>
      {marks.length === 0 && <p>Nothing stood out in this call.</p>}
      {marks.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">At</th>
              <th scope="col">What</th>
              <th scope="col">Better</th>
            </tr>
          </thead>
          <tbody>
            {marks.map((mark) => (
              <tr key={`${mark.kind}-${mark.startMs}-${mark.line}-${mark.text}`}>
                <td>{clock(mark.startMs)}</td>
                <td>
                  <strong>{markWords[mark.kind]}</strong> {mark.text}
                </td>
                <td>{mark.better}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>What was said</h2>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">At</th>
            <th scope="col">Who</th>
            <th scope="col">Words</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.number}>
              <td>{clock(line.startMs)}</td>
              <td>{speakers[line.speaker]}</td>
              <td className={classes.spoken}>{line.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  )
}
