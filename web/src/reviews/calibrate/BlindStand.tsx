import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import type { Calibration } from '@/api/types'
import { Panel } from '@/ui/Panel'
import { ProblemNote } from '@/ui/ProblemNote'
import classes from './Calibrate.module.css'

/** Who has judged how many, what waits for who reads, and the way to open it without the others. */
export function BlindStand({ calibration: { id, opened, mine, mayClose, coaches, calls } }: { calibration: Calibration }) {
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const close = useMutation({
    mutationFn: async () => body(await api.POST('/api/reviews/calibrations/{calibrationId}/close', { params: { path: { calibrationId: id } } })),
    onSuccess: async (now) => {
      client.setQueryData(queries.calibration(id).queryKey, now)
      await client.invalidateQueries({ queryKey: queries.calibrations().queryKey, exact: true })
    },
  })
  return (
    <Panel title="Where it stands">
      <ul className={classes.list} aria-label="Coaches">
        {coaches.map(({ name, handedIn }) => (
          <li key={name}>
            {name}: {handedIn} of {calls.length} judged
          </li>
        ))}
      </ul>
      <ul className={classes.list} aria-label="Recordings">
        {calls.map((call) => (
          <li key={call.recordedCallId}>
            <Link to={`/reviews/${call.recordedCallId}`}>{call.fileName}</Link>
            {mine && <span className={classes.soft}> {call.handedIn ? 'you have judged it' : 'for you to judge'}</span>}
          </li>
        ))}
      </ul>
      {close.isError && <ProblemNote problem={close.error} />}
      {!opened && mayClose && (
        <div className={classes.ways}>
          {asked ? (
            <>
              <Button loading={close.isPending} onClick={() => close.mutate()}>
                Open it without the others
              </Button>
              <Button variant="subtle" onClick={() => setAsked(false)}>
                Wait for them
              </Button>
            </>
          ) : (
            <Button variant="default" onClick={() => setAsked(true)}>
              Open it now
            </Button>
          )}
        </div>
      )}
    </Panel>
  )
}
