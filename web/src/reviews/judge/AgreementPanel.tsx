import { useQuery } from '@tanstack/react-query'
import { queries } from '@/api/queries'
import { Disclosure } from '@/ui/Disclosure'
import { ProblemNote } from '@/ui/ProblemNote'
import classes from './Agreement.module.css'
import { KappaTable } from './KappaTable'

/** How far coaches agree on calls that two of them judged. */
export function AgreementPanel() {
  const agreement = useQuery(queries.agreement())
  return (
    <Disclosure title="How far coaches agree" hint="Calls that two of them judged">
      {agreement.isError && <ProblemNote problem={agreement.error} retry={() => void agreement.refetch()} />}
      {agreement.data?.length === 0 && <p className={classes.soft}>No call was judged by two coaches yet. Each judges it on the recording’s page; neither sees the other’s before handing in.</p>}
      {agreement.data && agreement.data.length > 0 && (
        <KappaTable name="Agreement of coaches" judged="Calls" rows={agreement.data.map((row) => ({ ...row, who: `${row.firstCoach} and ${row.secondCoach}` }))} />
      )}
    </Disclosure>
  )
}
