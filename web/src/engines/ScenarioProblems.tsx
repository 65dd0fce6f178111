import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import classes from './EnginePanel.module.css'

/** Scenario files that are skipped until they are mended. */
export function ScenarioProblems() {
  const problems = useQuery(queries.scenarioProblems())
  if (problems.isError) return <ProblemNote problem={problems.error} retry={() => void problems.refetch()} />
  if (!problems.data) return null
  return (
    <Panel title="Scenario files">
      {problems.data.length === 0 ? (
        <p className={classes.text}>All scenario files are in order.</p>
      ) : (
        <>
          <p className={classes.text}>These are skipped until they are mended. The others work.</p>
          <dl className={classes.others}>
            {problems.data.map((problem) => (
              <div key={`${problem.file}:${problem.line}:${problem.column}:${problem.reason}`}>
                <dt>
                  {problem.file}
                  <span className={classes.can}>
                    line {problem.line}, column {problem.column}
                  </span>
                </dt>
                <dd>{problem.reason}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Panel>
  )
}
