import type { Difficulty, ScenarioCard, ScenarioType } from '@/api/types'
import { words } from '@/ui/words'

export interface ScenarioFilter {
  text: string
  type: ScenarioType | null
  difficulty: Difficulty | null
}

/** Every word of the text has to be somewhere in the card, in any order and without regard to accents. */
export function filterScenarios(scenarios: readonly ScenarioCard[], { text, type, difficulty }: ScenarioFilter): ScenarioCard[] {
  const wanted = plain(text).split(/\s+/).filter(Boolean)
  return scenarios.filter((card) => {
    if (type && card.type !== type) return false
    if (difficulty && card.difficulty !== difficulty) return false
    const written = plain([card.title, card.summary, card.patientName, card.patientManner, words.type[card.type], words.difficulty[card.difficulty]].join(' '))
    return wanted.every((word) => written.includes(word))
  })
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
