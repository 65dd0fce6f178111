import type { ReviewSummary } from '@/api/types'

/** It is known who of the two said what, from the channels or from the voices. */
export const hasSides = ({ twoSided, byVoice }: Pick<ReviewSummary, 'twoSided' | 'byVoice'>): boolean => twoSided || byVoice
