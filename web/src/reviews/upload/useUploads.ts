import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { asProblem, type ApiProblem } from '@/api/problem'
import type { CallFacts } from '@/api/types'
import { uploadFile } from './uploadFile'

export interface Upload {
  key: number
  file: File
  state: 'waiting' | 'sending' | 'done' | 'failed'
  receivedBytes: number
  reviewId?: string
  problem?: ApiProblem
}

type Change = { add: { file: File; key: number }[] } | { key: number; set: Partial<Upload> } | { drop: number }

function reduce(uploads: readonly Upload[], change: Change): readonly Upload[] {
  if ('add' in change) return [...uploads, ...change.add.map(({ file, key }): Upload => ({ key, file, state: 'waiting', receivedBytes: 0 }))]
  if ('drop' in change) return uploads.filter((upload) => upload.key !== change.drop)
  return uploads.map((upload) => (upload.key === change.key ? { ...upload, ...change.set } : upload))
}

/** Uploads files one after the other, however many are dropped, and keeps what became of each. */
export function useUploads(pieceBytes: number | undefined) {
  const [uploads, change] = useReducer(reduce, [])
  const client = useQueryClient()
  const about = useRef(new Map<number, CallFacts>())
  const running = useRef<{ key: number; abort: AbortController } | null>(null)
  const keys = useRef(0)

  const next = uploads.find(({ state }) => state === 'sending') ?? uploads.find(({ state }) => state === 'waiting')
  useEffect(() => {
    if (!next || next.state !== 'waiting' || pieceBytes === undefined) return
    const { key, file, reviewId } = next
    const abort = new AbortController()
    running.current = { key, abort }
    change({ key, set: { state: 'sending' } })
    const seen = () => client.invalidateQueries({ queryKey: ['reviews'] })
    uploadFile({
      file,
      about: about.current.get(key) as CallFacts,
      pieceBytes,
      resume: reviewId,
      signal: abort.signal,
      progress: (receivedBytes) => change({ key, set: { receivedBytes } }),
      began: (review) => change({ key, set: { reviewId: review.id } }),
    })
      .then(() => change({ key, set: { state: 'done' } }))
      .catch((error: unknown) => {
        if (!abort.signal.aborted) change({ key, set: { state: 'failed', problem: asProblem(error) } })
      })
      .finally(() => void seen())
  }, [next, pieceBytes, client])

  useEffect(() => () => running.current?.abort.abort(), [])

  const add = useCallback((files: readonly File[], what: CallFacts) => {
    const added = files.map((file) => ({ file, key: keys.current++ }))
    for (const { key } of added) about.current.set(key, what)
    change({ add: added })
  }, [])
  const drop = useCallback((key: number) => {
    if (running.current?.key === key) running.current.abort.abort()
    change({ drop: key })
  }, [])
  const again = useCallback((key: number) => change({ key, set: { state: 'waiting' } }), [])
  return { uploads, add, drop, again }
}
