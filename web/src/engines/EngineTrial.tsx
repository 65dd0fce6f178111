import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import type { EngineRole } from '@/api/types'
import { ProblemNote } from '@/ui/ProblemNote'
import { words } from '@/ui/words'
import classes from './EngineOptions.module.css'
import { resultOf, timesOf } from './engineWords'
import { VoiceSample } from './VoiceSample'

const doing: Partial<Record<EngineRole, string>> = {
  recogniser: 'It listens to a sample at the pace of speech; that takes some seconds.',
  voice: 'It speaks a sample.',
  patientWords: 'It is asked for an answer; a large model may take half a minute.',
}

/** Lets an administrator hear or see what an engine does before choosing it. */
export function EngineTrial({ role, name }: { role: EngineRole; name: string }) {
  const client = useQueryClient()
  const trial = useMutation({
    mutationFn: async () => body(await api.POST('/api/engines/{role}/{name}/try', { params: { path: { role, name } } })),
    // One that works is no longer listed as failed; why one does not may be news too.
    onSettled: () => client.invalidateQueries({ queryKey: queries.engines().queryKey }),
  })
  const says = trial.isPending ? 'Trying…' : trial.isIdle ? 'Try it' : 'Try it again'
  return (
    <div className={classes.trial}>
      <Button
        size="compact-md"
        variant="subtle"
        className={classes.try}
        aria-busy={trial.isPending}
        aria-label={`${says}: ${name}, for ${words.engine[role]}`}
        onClick={() => !trial.isPending && trial.mutate()}
      >
        {says}
      </Button>
      <div role="status" className={classes.result}>
        {trial.isPending && <p className={classes.soft}>{doing[role]}</p>}
        {trial.data && (
          <>
            <p>{resultOf(role, trial.data)}</p>
            <p className={classes.soft}>{timesOf(role, trial.data)}</p>
          </>
        )}
      </div>
      {trial.data?.wavBase64 && <VoiceSample key={trial.submittedAt} wavBase64={trial.data.wavBase64} label={`What ${name} sounds like`} />}
      {trial.isError && <ProblemNote problem={trial.error} />}
    </div>
  )
}
