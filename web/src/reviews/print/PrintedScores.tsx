import type { Debrief } from '@/api/types'
import classes from './Print.module.css'

/** The scorecard, what went well and what to change. */
export function PrintedScores({ debrief, names }: { debrief: Debrief; names: Record<string, string> }) {
  return (
    <>
      <h2>
        Score {debrief.overall} ({debrief.letter})
      </h2>
      <p className={classes.soft}>{debrief.overallBecause}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Category</th>
            <th scope="col">Score</th>
            <th scope="col">Because</th>
          </tr>
        </thead>
        <tbody>
          {debrief.categories.map((category) => (
            <tr key={category.category}>
              <td>{names[category.category]}</td>
              <td>{category.score === null ? 'not judged' : `${category.score} (${category.letter})`}</td>
              <td>{category.because}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {debrief.strengths.length > 0 && (
        <>
          <h2>What went well</h2>
          <ul>
            {debrief.strengths.map((strength) => (
              <li key={strength.text}>{strength.text}</li>
            ))}
          </ul>
        </>
      )}
      {debrief.improvements.length > 0 && (
        <>
          <h2>What to change</h2>
          <ul>
            {debrief.improvements.map((improvement) => (
              <li key={`${improvement.category}-${improvement.text}`}>
                {improvement.text} {improvement.better && <>Better: “{improvement.better}”</>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
