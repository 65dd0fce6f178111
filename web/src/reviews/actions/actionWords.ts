import type { ActionState, ImprovementAction } from '@/api/types'
import { day, when } from '@/ui/format'

export const actionStates: Record<ActionState, string> = { open: 'To be done', overdue: 'Overdue', done: 'Done' }

/** By when, or since when it is done. */
export const dueWords = ({ dueAt, doneAt }: ImprovementAction): string => (doneAt ? `done ${when(doneAt)}` : `by ${day(dueAt)}`)
