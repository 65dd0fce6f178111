import type { ModelInfo, ModelMachine, ModelStage } from '@/api/types'
import { count, duration, fileSize, memorySize, percent } from '@/ui/format'
import { words } from '@/ui/words'

const atWork: readonly ModelStage[] = ['queued', 'fetching', 'retrying', 'verifying', 'unverified']

/** Something is going on that the page has to follow. */
export const isAtWork = ({ standing }: ModelInfo) => atWork.includes(standing.stage)

/** Two words for a model's state, next to its name. */
export const stageWords: Record<ModelStage, string> = {
  missing: 'not here',
  partial: 'begun',
  queued: 'waits for its turn',
  fetching: 'is being fetched',
  retrying: 'waits for the connection',
  verifying: 'is being checked',
  unverified: 'not checked yet',
  installed: 'installed',
  damaged: 'damaged',
  failed: 'failed',
}

/** How far it is and what that means, in a sentence; null where the state's words say it all. */
export function standingOf({ bytes: whole, fits, standing }: ModelInfo): string | null {
  const { stage, bytes, bytesPerSecond, secondsLeft, says } = standing
  const soFar = `${fileSize(bytes)} of ${fileSize(whole)}`
  switch (stage) {
    case 'missing':
      return null
    case 'partial':
      return `${soFar} are here. Fetching goes on from there.`
    case 'queued':
      return 'It begins when the one before it is done.'
    case 'fetching':
      if (bytesPerSecond === null) return bytes === 0 ? 'The connection is being made.' : `${soFar}.`
      return `${soFar}, ${fileSize(bytesPerSecond)} a second${secondsLeft === null ? '' : `, about ${duration(secondsLeft * 1000)} left`}.`
    case 'retrying':
      return `${soFar}. ${says} It is tried again by itself.`
    case 'verifying':
      return `The file is read to make sure that it is the right one: ${percent(bytes / whole)}.`
    case 'unverified':
      return 'The file is here and will be read before it is used.'
    case 'installed':
      return fits ? 'Here, whole and checked.' : 'Here, whole and checked, but not used, since it does not fit.'
    case 'damaged':
    case 'failed':
      return says
  }
}

export const machineWords = ({ cores, totalMiB, freeMiB, gpu }: ModelMachine) =>
  `${count(cores, 'core')}, ${memorySize(totalMiB)} of memory, of which ${memorySize(freeMiB)} were free when the server started, and ${gpu === null ? 'no graphics card that could help' : `a graphics card (${gpu})`}.`

/** What to take, in one sentence. */
export function advice(models: readonly ModelInfo[]): string {
  const recommended = models.filter((model) => model.recommended)
  if (recommended.length === 0) return 'None of the models fits into the memory that was free. The engines that are there do without.'
  const missing = recommended.filter((model) => model.standing.stage !== 'installed')
  if (missing.length === 0) return 'All that is recommended for this machine is installed.'
  return `Recommended for this machine: ${list.format(missing.map((model) => `${model.name} (${words.model[model.role].toLowerCase()})`))}.`
}

/** "English", "many languages". */
export const languageWords = (codes: readonly string[]) => list.format(codes.map((code) => (code === 'multi' ? 'many languages' : (languages.of(code) ?? code))))

const list = new Intl.ListFormat('en')
const languages = new Intl.DisplayNames('en', { type: 'language' })
