import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import { asProblem } from '@/api/problem'
import { queries } from '@/api/queries'
import { when } from '@/ui/format'
import { LinkButton } from '@/ui/LinkButton'
import { Loading } from '@/ui/Loading'
import { Page } from '@/ui/Page'
import { ProblemPage } from '@/ui/ProblemPage'
import { AgreementTable } from './AgreementTable'
import { BlindStand } from './BlindStand'
import { SideBySide } from './SideBySide'

/** Recordings that several coaches judge blind: where it stands, and once it has opened, how far they agree. */
export default function CalibrationPage() {
  const { calibrationId = '' } = useParams()
  const calibration = useQuery(queries.calibration(calibrationId))
  useNoLongerNew(calibration.data?.opened === true)
  if (calibration.isPending) return <Loading what="Fetching the calibration" />
  if (!calibration.data) {
    const problem = asProblem(calibration.error)
    return <ProblemPage problem={problem} {...(problem.status !== 404 && { retry: () => void calibration.refetch() })} />
  }
  const { data } = calibration
  return (
    <Page title={data.title} tabTitle={`Calibration: ${data.title}`} intro={`Made by ${data.madeBy} ${when(data.madeAt)}. ${data.opened ? (data.closedBy ? `Opened by ${data.closedBy} before all had judged.` : 'All have judged; it has opened.') : 'Judged blind until all have handed in.'}`}>
      <BlindStand calibration={data} />
      {data.opened && <AgreementTable agreement={data.agreement} />}
      {data.opened && data.calls.map((call) => <SideBySide key={call.recordedCallId} calibrationId={data.id} call={call} />)}
      <div>
        <LinkButton to="/reviews" variant="default">
          All recordings
        </LinkButton>
      </div>
    </Page>
  )
}

/** Reading what has opened is what makes it known to have been read. */
function useNoLongerNew(opened: boolean) {
  const client = useQueryClient()
  useEffect(() => {
    if (!opened) return
    void client.invalidateQueries({ queryKey: queries.myNotice().queryKey })
    void client.invalidateQueries({ queryKey: queries.calibrations().queryKey, exact: true })
  }, [client, opened])
}
