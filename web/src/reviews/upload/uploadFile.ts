import { api, body } from '@/api/client'
import { ApiProblem, readProblem } from '@/api/problem'
import type { CallFacts, ReviewSummary } from '@/api/types'

interface Sending {
  file: File
  /** What the coach says about the calls that are uploaded together. */
  about: CallFacts
  pieceBytes: number
  /** An upload that was left: goes on with it instead of beginning another. */
  resume?: string | undefined
  signal: AbortSignal
  progress: (receivedBytes: number) => void
  began: (review: ReviewSummary) => void
}

/** Sends a recording piece by piece; after a broken connection it goes on where the server says that it is. */
export async function uploadFile({ file, about, pieceBytes, resume, signal, progress, began }: Sending): Promise<ReviewSummary> {
  const tries = patience(signal)
  let review = resume
    ? body(await api.GET('/api/reviews/{id}', { params: { path: { id: resume } }, signal }))
    : body(await api.POST('/api/reviews', { body: { fileName: file.name, bytes: file.size, ...about }, signal }))
  began(review)
  while (review.status === 'uploading') {
    progress(review.receivedBytes)
    try {
      review = await sendPiece(review, file.slice(review.receivedBytes, review.receivedBytes + pieceBytes), signal)
      tries.reset()
    } catch (error) {
      if (!(error instanceof ApiProblem) || !isPassing(error)) throw error
      await tries.wait(error)
      review = body(await api.GET('/api/reviews/{id}', { params: { path: { id: review.id } }, signal }))
    }
  }
  progress(file.size)
  return review
}

async function sendPiece(review: ReviewSummary, piece: Blob, signal: AbortSignal): Promise<ReviewSummary> {
  const address = new URL(`/api/reviews/${review.id}/content?offset=${review.receivedBytes}`, globalThis.location.origin)
  const request = new Request(address, { method: 'PUT', body: piece, headers: { 'Content-Type': 'application/octet-stream' }, signal })
  const response = await fetch(request).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new ApiProblem({ status: 0, code: 'serverGone', title: 'The server does not answer.', detail: 'The upload goes on by itself when it does.', cause })
  })
  if (!response.ok) throw await readProblem(response)
  return (await response.json()) as ReviewSummary
}

/** What is over after a while, or after asking where the file stands. */
const isPassing = ({ code, isServerGone }: ApiProblem) => isServerGone || code === 'wrongOffset' || code === 'uploadBusy' || code === 'tooManyTries'

/** Waits longer each time, and gives up after some two minutes without a piece getting through. */
function patience(signal: AbortSignal) {
  const waits = [500, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 60_000]
  let tried = 0
  return {
    reset: () => {
      tried = 0
    },
    wait: async (error: ApiProblem) => {
      const ms = waits[tried++]
      if (ms === undefined) throw error
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(resolve, error.retryAfterSeconds ? error.retryAfterSeconds * 1_000 : ms)
        signal.addEventListener('abort', () => {
          clearTimeout(timer)
          reject(signal.reason as Error)
        })
      })
    },
  }
}
