import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import { Disclosure } from '@/ui/Disclosure'
import { ProblemNote } from '@/ui/ProblemNote'
import { words } from '@/ui/words'
import classes from './Agreement.module.css'

/** How far coaches agree on calls that two of them judged. */
export function AgreementPanel() {
  const agreement = useQuery(queries.agreement())
  return (
    <Disclosure title="How far coaches agree" hint="Calls that two of them judged">
      {agreement.isError && <ProblemNote problem={agreement.error} retry={() => void agreement.refetch()} />}
      {agreement.data?.length === 0 && <p className={classes.soft}>No call was judged by two coaches yet. Each judges it on the recording’s page; neither sees the other’s before handing in.</p>}
      {agreement.data && agreement.data.length > 0 && (
        // Wider than a phone: it scrolls within itself.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={classes.frame} tabIndex={0} role="region" aria-label="Agreement of coaches">
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Coaches</th>
                <th scope="col">Category</th>
                <th scope="col">Calls</th>
                <th scope="col">Same letter</th>
                <th scope="col">Kappa</th>
              </tr>
            </thead>
            <tbody>
              {agreement.data.map((row) => (
                <tr key={`${row.firstCoach}-${row.secondCoach}-${row.category}`}>
                  <td>
                    {row.firstCoach} and {row.secondCoach}
                  </td>
                  <td>{words.category[row.category]}</td>
                  <td>{row.calls}</td>
                  <td>{row.same}</td>
                  <td>{row.kappa === null ? 'cannot be told' : row.kappa.toFixed(2)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Disclosure>
  )
}
