import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { queries } from '@/api/queries'
import { Disclosure } from '@/ui/Disclosure'
import { count, when } from '@/ui/format'
import { ProblemNote } from '@/ui/ProblemNote'
import classes from './Calibrate.module.css'
import { MakeCalibration } from './MakeCalibration'

/** Recordings that several coaches judge blind: which wait for who reads, which have opened, and a new one. */
export function CalibrationsPanel() {
  const [making, setMaking] = useState(false)
  const calibrations = useQuery(queries.calibrations())
  const all = calibrations.data ?? []
  const waiting = all.reduce((sum, { toJudge }) => sum + toJudge, 0)
  return (
    <Disclosure title="Calibrations" hint={waiting > 0 ? `${count(waiting, 'recording')} for you to judge` : 'Several coaches judge the same recordings blind'}>
      {calibrations.isError && <ProblemNote problem={calibrations.error} retry={() => void calibrations.refetch()} />}
      {all.length > 0 && (
        <ul className={classes.list} aria-label="Calibrations">
          {all.map((calibration) => (
            <li key={calibration.id}>
              <Link to={`/reviews/calibrations/${calibration.id}`}>{calibration.title}</Link>, {count(calibration.calls, 'recording')}, {calibration.coaches.map(({ name }) => name).join(', ')}
              <span className={classes.soft}>
                {' '}
                {calibration.opened ? 'opened' : calibration.toJudge > 0 ? `${calibration.toJudge} for you to judge` : 'others still judge'}, made by {calibration.madeBy} {when(calibration.madeAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {making ? (
        <MakeCalibration done={() => setMaking(false)} />
      ) : (
        <div>
          <Button variant="default" onClick={() => setMaking(true)}>
            Put recordings before coaches
          </Button>
        </div>
      )}
    </Disclosure>
  )
}
