import { createContext, useContext } from 'react'

export interface Moments {
  /** False: there is no recording; a moment is then only shown in the transcript. */
  canPlay: boolean
  /** Goes to the utterance in the transcript and plays it with the answer to it. */
  show: (utterance: number, atMs: number) => void
}

export const MomentsContext = createContext<Moments | null>(null)

export function useMoments(): Moments {
  const moments = useContext(MomentsContext)
  if (!moments) throw new Error('Evidence can only be shown beside a transcript.')
  return moments
}

export const lineId = (utterance: number) => `line-${utterance}`
