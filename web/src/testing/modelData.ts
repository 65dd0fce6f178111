import type { ModelInfo, ModelList, ModelStage, ModelStanding } from '../api/types'

export const standing = (stage: ModelStage, more: Partial<ModelStanding> = {}): ModelStanding => ({
  stage, bytes: 0, bytesPerSecond: null, secondsLeft: null, code: null, says: '', removable: false, ...more,
})

const mit = { name: 'MIT', url: 'https://models.example/mit', note: null, mustAccept: false }

export const models: ModelInfo[] = [
  {
    name: 'whisper-base.en', role: 'recogniser', file: 'ggml-base.en.bin', url: 'https://models.example/ggml-base.en.bin', bytes: 147_964_211, memoryMiB: 500, languages: ['en'], licence: mit,
    usable: true, goodFor: 'English calls: the best balance of few wrong words and a quick answer.', fits: true, recommended: false,
    why: 'It fits, but it wants 4 cores and 1,536 MiB beyond its own need, and here are 2 cores and 6,100 MiB.', standing: standing('missing'),
  },
  {
    name: 'whisper-tiny.en', role: 'recogniser', file: 'ggml-tiny.en.bin', url: 'https://models.example/ggml-tiny.en.bin', bytes: 77_704_715, memoryMiB: 400, languages: ['en'], licence: mit,
    usable: true, goodFor: 'English calls on a small machine: about twice as quick as base, with more wrong words.', fits: true, recommended: true,
    why: 'The best here. English calls on a small machine: about twice as quick as base, with more wrong words.', standing: standing('missing'),
  },
  {
    name: 'llama-3.2-1b', role: 'patientWords', file: 'llama-3.2-1b.gguf', url: 'https://models.example/llama-3.2-1b.gguf', bytes: 807_694_464, memoryMiB: 1300, languages: ['en', 'de', 'fr'],
    licence: { name: 'Llama 3.2 Community License', url: 'https://models.example/llama', note: 'Built with Llama. It may not be used for what the acceptable use policy forbids.', mustAccept: true },
    usable: true, goodFor: 'The patient’s words where memory is short.', fits: true, recommended: true, why: 'The best here. The patient’s words where memory is short.', standing: standing('missing'),
  },
  {
    name: 'llama-3.2-3b', role: 'patientWords', file: 'llama-3.2-3b.gguf', url: 'https://models.example/llama-3.2-3b.gguf', bytes: 2_019_377_696, memoryMiB: 2900, languages: ['multi'],
    licence: { name: 'Llama 3.2 Community License', url: 'https://models.example/llama', note: 'Built with Llama.', mustAccept: true },
    usable: true, goodFor: 'The liveliest patient, where there is memory to spare.', fits: false, recommended: false, why: 'It needs 2,900 MiB of memory, and 2,400 MiB are free.', standing: standing('missing'),
  },
]

export const modelList = (standings: Record<string, ModelStanding> = {}): ModelList => ({
  machine: { cores: 2, totalMiB: 7_963, freeMiB: 2_400, gpu: null },
  folder: '/srv/practice-room/data/models',
  offeredFolder: null,
  models: models.map((model) => ({ ...model, standing: standings[model.name] ?? model.standing })),
})
