import type { EngineChoice, EngineRole, EngineTried } from '@/api/types'
import { inSeconds } from '@/ui/format'

/** What choosing no engine means for the next call. */
const byNone: Partial<Record<EngineRole, string>> = {
  recogniser: 'Nobody writes down speech: trainees type what they would say.',
  voice: 'The server is silent: each trainee’s browser speaks for the patient with its own voice.',
}

export interface EngineOption {
  /** What the server calls it: an engine's name, "auto" or "none". */
  value: string
  label: string
  /** What happens when it is chosen. */
  consequence: string
}

/** What can be chosen for a role: the best that is here, each engine of the build, and none where a call can do without. */
export function optionsOf({ role, engines }: EngineChoice): EngineOption[] {
  const best = engines.find((engine) => engine.available && engine.failure === null) ?? engines.find((engine) => engine.available)
  const none = byNone[role]
  return [
    {
      value: 'auto',
      label: 'The best that is here',
      consequence: best ? `Now this is ${best.name}. ${best.meaning} A better one takes over by itself as soon as it can run.` : 'Now none can run. The first that can takes over by itself.',
    },
    ...engines.map(({ name, available, meaning }) => ({
      value: name,
      label: name,
      consequence: available ? meaning : `${meaning} Until it can run, the next best does it.`,
    })),
    ...(none ? [{ value: 'none', label: 'None', consequence: none }] : []),
  ]
}

/** What an engine did with the sample, in one sentence. */
export function resultOf(role: EngineRole, { text, totalMs }: EngineTried): string {
  const said = text?.trim()
  if (role === 'voice') return said ? `It says “${said}”` : 'It says the sample.'
  if (role === 'recogniser') return said ? `It was told a sample and understood: “${said}”` : 'It was told a sample and understood nothing of it.'
  // The authored lines are there at once, and the answer only says so.
  if (totalMs === 0 && said) return said
  return said ? `It answers: “${said}”` : 'It gave no words.'
}

/** How long an engine took, in one sentence. */
export function timesOf(role: EngineRole, { firstMs, totalMs, audioMs }: EngineTried): string {
  const sounds = audioMs === null ? '' : ` ${inSeconds(audioMs)} of speech`
  if (role === 'voice') return `${firstMs === null ? '' : `First sound after ${took(firstMs)}; `}${firstMs === null ? 'All' : 'all'}${sounds} made in ${took(totalMs)}.`
  if (role === 'recogniser') return `${firstMs === null ? 'No words while it listened' : `First words after ${took(firstMs)} of listening`}; all of them ${took(totalMs)} after the end of${sounds || ' speech'}.`
  return totalMs < 50 ? 'All words at once.' : `${firstMs === null ? '' : `First word after ${took(firstMs)}; `}${firstMs === null ? 'All' : 'all'} of them after ${took(totalMs)}.`
}

const took = (ms: number) => (ms < 100 ? 'less than a tenth of a second' : inSeconds(ms))
