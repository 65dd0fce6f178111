import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ReviewSummary } from '@/api/types'
import type { Answer } from '@/testing/mockApi'
import { problem, renderApp, type Request } from '@/testing/renderApp'
import { recording } from './testing/reviewData'

const rules = { maxBytes: 1_000_000_000, pieceBytes: 4, maxMinutes: 240, kinds: 'WAV, MP3, M4A, OGG, FLAC and WebM' }
const staff = [{ id: 'p3', displayName: 'Sam Rivera' }]

/** A server with these recordings, which takes uploads in pieces; `broken` pieces find nobody. */
function server(reviews: ReviewSummary[], broken = 0) {
  let uploading: ReviewSummary | undefined
  let failures = broken
  return ({ method, url, body }: Request): Answer | 'gone' | undefined => {
    const [, , area, id, part] = url.pathname.split('/')
    if (area !== 'reviews') return undefined
    if (id === 'rules') return { status: 200, json: rules }
    if (id === 'retention') return { status: 200, json: method === 'PUT' ? body : { keepDays: null } }
    if (id === 'agreement') return { status: 200, json: [{ firstCoach: 'Priya Nair', secondCoach: 'Noor Haddad', category: 'tone', calls: 12, same: 9, kappa: 0.61 }] }
    if (id === 'actions' || id === 'disputes' || id === 'calibrations') return { status: 200, json: [] }
    if (id === 'staff') return { status: 200, json: staff }
    if (method === 'POST' && !id) {
      const { fileName, bytes } = body as { fileName: string; bytes: number }
      uploading = recording({ id: 'new', fileName, bytes, receivedBytes: 0, status: 'uploading' })
      return { status: 201, json: uploading }
    }
    if (part === 'content' && uploading) {
      if (failures-- > 0) return 'gone'
      const receivedBytes = Math.min(uploading.bytes, Number(url.searchParams.get('offset')) + rules.pieceBytes)
      uploading = { ...uploading, receivedBytes, status: receivedBytes === uploading.bytes ? 'queued' : 'uploading' }
      return { status: 200, json: uploading }
    }
    if (id === 'new') return { status: 200, json: uploading }
    if (!id) return { status: 200, json: { reviews, next: null } }
    return method === 'DELETE' ? { status: 204 } : { status: 200, json: reviews.find((review) => review.id === id) }
  }
}

// Digits, so that what is sent can be read as JSON by the stand-in for the server.
const file = (name: string, text = '1234567890') => new File([text], name)

describe('ReviewsPage', () => {
  it('sends a dropped file in pieces, with what was said about it', async () => {
    const { user, requests } = renderApp('/reviews', { answer: server([]) })
    await user.type(await screen.findByRole('textbox', { name: 'Line or team' }), 'Billing')
    await user.click(screen.getByRole('checkbox', { name: /Both parties were told/ }))
    fireEvent.drop(await screen.findByText('Drop recordings here, or choose them'), { dataTransfer: { files: [file('call.wav')] } })

    expect(await screen.findByText('Uploaded; it is in the list below')).toBeVisible()
    expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({ fileName: 'call.wav', bytes: 10, staffId: null, takenAt: null, queue: 'Billing', consentNoted: true })
    expect(requests.filter(({ method }) => method === 'PUT').map(({ url, body }) => [url.searchParams.get('offset'), body])).toEqual([
      ['0', 1234],
      ['4', 5678],
      ['8', 90],
    ])
  })

  it('goes on where the server is, when the connection broke', async () => {
    const { requests } = renderApp('/reviews', { answer: server([], 1) })
    fireEvent.drop(await screen.findByText('Drop recordings here, or choose them'), { dataTransfer: { files: [file('call.wav')] } })
    expect(await screen.findByText('Uploaded; it is in the list below', {}, { timeout: 5_000 })).toBeVisible()
    expect(requests.filter(({ method }) => method === 'PUT').map(({ url }) => url.searchParams.get('offset'))).toEqual(['0', '0', '4', '8'])
  })

  it('says why a file is not taken, and goes on with the next', async () => {
    const takes = server([])
    const refused = problem(415, 'fileKind', { detail: 'notes.wav is not of a kind that is taken. WAV is.' })
    renderApp('/reviews', { answer: (request) => (request.method === 'POST' && (request.body as { fileName: string }).fileName === 'notes.wav' ? refused : takes(request)) })
    fireEvent.drop(await screen.findByText('Drop recordings here, or choose them'), { dataTransfer: { files: [file('notes.wav'), file('call.wav')] } })

    expect(await screen.findByText('notes.wav is not of a kind that is taken. WAV is.')).toBeVisible()
    expect(await screen.findByText('Uploaded; it is in the list below')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
  })

  it('shows where each recording stands, why one failed, and tries it again', async () => {
    const failed = recording({ id: 'f', fileName: 'film.m4a', status: 'failed', stage: 'probe', problem: 'This is a video. Save its sound alone.', durationMs: null })
    const working = recording({ id: 'w', fileName: 'long.mp3', status: 'working', progress: { done: 0.5, secondsLeft: 60 } })
    const { user, requests } = renderApp('/reviews', { answer: server([failed, working, recording()]) })

    expect(await screen.findByText('This is a video. Save its sound alone.')).toHaveRole('alert')
    expect(screen.getByText('Writing down what was said; about 1 min left')).toBeVisible()
    expect(screen.getByRole('progressbar', { name: 'long.mp3: 50 % of this stage' })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Try again: film.m4a' }))
    expect(requests.some(({ method, url }) => method === 'POST' && url.pathname === '/api/reviews/f/retry')).toBe(true)
  })

  it('asks before a recording is removed', async () => {
    const { user, requests } = renderApp('/reviews', { answer: server([recording()]) })
    const row = (await screen.findByText('monday.wav')).closest('li') as HTMLElement
    await user.click(within(row).getByRole('button', { name: 'Remove monday.wav' }))
    expect(requests.some(({ method }) => method === 'DELETE')).toBe(false)
    await user.click(within(row).getByRole('button', { name: 'Remove for good: monday.wav' }))
    expect(requests.some(({ method, url }) => method === 'DELETE' && url.pathname.endsWith(recording().id))).toBe(true)
  })

  it('shows how far coaches agree', async () => {
    const { user } = renderApp('/reviews', { answer: server([]) })
    await user.click(await screen.findByRole('button', { name: /How far coaches agree/ }))
    expect(await screen.findByRole('row', { name: 'Priya Nair and Noor Haddad Tone 12 9 0.61' })).toBeInTheDocument()
  })

  it('lets an administrator say how long recordings are kept', async () => {
    const { user, requests } = renderApp('/reviews', { answer: server([]) })
    expect(await screen.findByText('Until somebody removes them.')).toBeVisible()
    await user.type(screen.getByRole('textbox', { name: 'Days' }), '90')
    await user.click(screen.getByRole('button', { name: 'Remove older ones from now on' }))
    expect(await screen.findByText(/90 days after their upload/)).toBeVisible()
    expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual({ keepDays: 90 })
  })

  it('takes its filters from the address', async () => {
    const { requests } = renderApp('/reviews?status=failed&queue=Billing&staff=p3', { answer: server([]) })
    expect(await screen.findByText('No recording fits all of that')).toBeVisible()
    expect(Object.fromEntries(requests.find(({ url }) => url.pathname === '/api/reviews')?.url.searchParams ?? [])).toEqual({ take: '20', status: 'failed', queue: 'Billing', staffId: 'p3' })
  })
})
