import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, body } from '@/api/client'
import { queries } from '@/api/queries'
import type { EngineChoice } from '@/api/types'
import { ProblemNote } from '@/ui/ProblemNote'
import { words } from '@/ui/words'
import { EngineOptionRow } from './EngineOptionRow'
import classes from './EngineOptions.module.css'
import { optionsOf } from './engineWords'

/** What can run for a role; the administrator's choice is applied at once. */
export function EngineOptions({ choice }: { choice: EngineChoice }) {
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: async (engine: string) => body(await api.PUT('/api/engines/{role}', { params: { path: { role: choice.role } }, body: { engine } })),
    onSuccess: (changed) => {
      client.setQueryData(queries.engines().queryKey, (all) => all?.map((one) => (one.role === changed.role ? changed : one)))
      return client.invalidateQueries({ queryKey: queries.engines().queryKey })
    },
  })
  const options = optionsOf(choice)
  const labelOf = (value: string | undefined) => options.find((option) => option.value === value)?.label ?? value
  return (
    <section className={classes.options} aria-label={`Choose: ${words.engine[choice.role]}`}>
      <h3 className={classes.title}>What shall run</h3>
      <ul className={classes.rows}>
        {options.map((option) => (
          <EngineOptionRow
            key={option.value}
            role={choice.role}
            option={option}
            engine={choice.engines.find((engine) => engine.name === option.value)}
            chosen={choice.wanted === option.value}
            running={choice.running === option.value}
            saving={change.isPending && change.variables === option.value}
            choose={() => !change.isPending && choice.wanted !== option.value && change.mutate(option.value)}
          />
        ))}
      </ul>
      <p className={classes.verdict} role="status">
        {change.isPending && 'Saving…'}
        {change.isSuccess && `Saved: ${labelOf(change.variables)}. The next call uses it; calls that run keep what they have.`}
      </p>
      {change.isError && (
        <>
          <ProblemNote problem={change.error} retry={() => change.mutate(change.variables)} />
          <p className={classes.verdict}>Nothing has changed.</p>
        </>
      )}
    </section>
  )
}
