import type { ReviewLine } from '@/api/types'

/** Who speaks, in the product's words. */
export const speakers: Record<ReviewLine['speaker'], string> = { staff: 'Staff', caller: 'Caller', unknown: 'Somebody' }
