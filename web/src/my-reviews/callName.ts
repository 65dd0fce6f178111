import { when } from '@/ui/format'

/** A call as who took it would name it: the name of its file may tell who the caller was. */
export const callName = ({ queue, takenAt }: { queue: string; takenAt: string | null }): string => `${queue ? `A call on ${queue}` : 'A call'}${takenAt ? `, ${when(takenAt)}` : ''}`
