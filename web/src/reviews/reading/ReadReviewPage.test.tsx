import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReviewReading } from '@/api/types'
import type { Answer } from '@/testing/mockApi'
import { renderApp, type Request } from '@/testing/renderApp'
import { debriefOf } from '@/testing/debriefData'
import { calls } from '@/testing/callData'
import { recording } from '../testing/reviewData'

// Draws on a canvas, which is not there in tests.
vi.mock('wavesurfer.js', () => ({ default: { create: () => ({ destroy: () => undefined }) } }))

const review = recording()
const base: ReviewReading = {
  review,
  revealed: false,
  lines: [
    { number: 1, speaker: 'staff', startMs: 1_000, endMs: 3_000, text: 'thank you for calling', confidence: 0.8, words: [], corrected: false },
    { number: 2, speaker: 'caller', startMs: 4_000, endMs: 8_000, text: 'i am so worried', confidence: 0.2, words: [], corrected: false },
    { number: 4, speaker: 'staff', startMs: 20_000, endMs: 22_000, text: 'please calm down', confidence: 0.8, words: [], corrected: false },
  ],
  marks: [
    { kind: 'deadAir', startMs: 8_000, endMs: 20_000, line: null, text: 'Nobody spoke for 12 seconds.', better: null },
    { kind: 'phraseToAvoid', startMs: 20_000, endMs: 22_000, line: 4, text: '"calm down": nobody has.', better: 'I can hear how upsetting this is.' },
  ],
  debrief: null,
}

/** A line as the recogniser wrote it, and corrected where words are given. */
const lineOf = (corrected?: { text: string }) => {
  const version = { version: 0, by: null, at: null, speaker: 'caller', startMs: 4_000, endMs: 8_000, text: 'i am so curried' }
  return { number: 2, versions: corrected ? [version, { ...version, ...corrected, version: 1, by: 'Priya Nair', at: '2026-11-21T10:00:00Z' }] : [version] }
}

const judged = { mine: { coachName: 'Sam Rivera', handedInAt: null, judgement: { scores: [], comments: [] } }, others: [], othersHandedIn: 1 }

const server =
  (reading: ReviewReading) =>
  ({ method, url, body }: Request): Answer | undefined => {
    const [, , area, id, part] = url.pathname.split('/')
    if (area !== 'reviews') return undefined
    if (id === 'audit') return { status: 200, json: [{ at: '2026-11-20T10:00:00Z', personName: 'Priya Nair', deed: 'heard', recordedCallId: review.id }] }
    if (part === 'judgements') return { status: 200, json: judged }
    if (part === 'judgement') {
      const sent = body as { judgement: object; handIn: boolean }
      const other = { coachName: 'Noor Haddad', handedInAt: '2026-11-21T09:00:00Z', judgement: { scores: [{ category: 'tone', score: 60, reason: 'Too quick.' }], comments: [] } }
      return { status: 200, json: { mine: { ...judged.mine, judgement: sent.judgement, handedInAt: sent.handIn ? '2026-11-21T10:00:00Z' : null }, others: sent.handIn ? [other] : [], othersHandedIn: 1 } }
    }
    if (part === 'hold') return { status: 204 }
    if (part === 'lines') return { status: 200, json: method === 'PUT' ? lineOf(body as { text: string }) : lineOf() }
    if (id === 'actions') return { status: 200, json: [] }
    if (id === 'staff') return { status: 200, json: [] }
    if (part === 'answers') return { status: 200, json: { answers: [], hidden: 0 } }
    if (part === 'share') return { status: 200, json: { share: null } }
    if (part === 'practices') return { status: 200, json: [] }
    if (part === 'outline') return { status: 200, json: { durationMs: 30_000, channels: [[0, 255], [9, 9]] } }
    if (method === 'POST') return { status: 200, json: review }
    const revealed = url.searchParams.get('reveal') === 'true'
    return { status: 200, json: revealed ? { ...reading, revealed, lines: reading.lines.map((line) => ({ ...line, text: line.text.replace('[name]', 'dana') })) } : reading }
  }

const open = (reading = base) => renderApp(`/reviews/${review.id}`, { answer: server(reading) })

describe('ReadReviewPage', () => {
  const play = vi.fn(() => Promise.resolve())
  beforeEach(() => {
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(play)
    vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    play.mockClear()
  })
  const audio = () => document.querySelector('audio') as HTMLAudioElement

  it('plays a line that is clicked, and names its speaker and what was in it', async () => {
    const { user } = open()
    const transcript = await screen.findByRole('list', { name: 'Transcript' })
    const line = within(transcript).getByRole('button', { name: /please calm down/ })
    expect(line).toHaveTextContent('Staff')
    expect(line).toHaveTextContent('Phrase to avoid')
    expect(within(transcript).getByRole('button', { name: /i am so worried/ })).toHaveTextContent('hard to hear')
    await user.click(line)
    expect(audio().currentTime).toBe(20)
    expect(play).toHaveBeenCalledOnce()
    expect(line).toHaveAttribute('aria-current', 'true')
  })

  it('plays a moment, with the better sentence beside it', async () => {
    const { user } = open()
    const moments = await screen.findByRole('list', { name: 'Moments' })
    expect(within(moments).getByText('Better: I can hear how upsetting this is.')).toBeVisible()
    await user.click(within(moments).getByRole('button', { name: /Nobody spoke for 12 seconds/ }))
    expect(audio().currentTime).toBe(8)
  })

  it('is worked by single keys, which do nothing while one types', async () => {
    const { user } = open()
    await screen.findByRole('list', { name: 'Transcript' })
    await user.keyboard('s')
    expect(audio().currentTime).toBe(1)
    await user.keyboard('s')
    expect(audio().currentTime).toBe(4)
    await user.keyboard('d')
    expect(audio().currentTime).toBe(8)
    await user.keyboard('l')
    expect(audio().currentTime).toBe(13)
    await user.keyboard('j')
    expect(audio().currentTime).toBe(8)
    await user.keyboard('x')
    expect(screen.getByRole('switch', { name: 'Skip silence' })).toBeChecked()
  })

  it('repeats the line being heard, and another one after a jump', async () => {
    const { user } = open()
    const transcript = await screen.findByRole('list', { name: 'Transcript' })
    const heard = (seconds: number) => {
      audio().currentTime = seconds
      fireEvent.timeUpdate(audio())
    }
    await user.click(within(transcript).getByRole('button', { name: /thank you for calling/ }))
    fireEvent.play(audio())
    await user.keyboard('o')
    expect(screen.getByRole('switch', { name: 'Repeat the line' })).toBeChecked()
    heard(2.9)
    expect(audio().currentTime).toBe(2.9)
    heard(3.1)
    expect(audio().currentTime).toBe(1)
    await user.keyboard('s')
    heard(8.2)
    expect(audio().currentTime).toBe(4)
    await user.keyboard('o')
    heard(8.2)
    expect(audio().currentTime).toBe(8.2)
  })

  it('says why a call of one channel is not scored', async () => {
    open({ ...base, review: recording({ twoSided: false }) })
    expect(await screen.findByText(/Nobody can tell from this one channel who speaks/)).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Swap the sides' })).not.toBeInTheDocument()
  })

  it('shows scorecard and debrief, and asks the server to swap the sides', async () => {
    const debrief = debriefOf(calls.find((call) => call.status === 'ended' && call.overall !== null)?.id ?? '')
    if (!debrief) throw new Error('The mock has no debrief.')
    const { user, requests } = open({ ...base, debrief })
    expect(await screen.findByRole('heading', { name: 'How it came about' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Swap the sides' }))
    expect(requests.some(({ method, url }) => method === 'POST' && url.pathname.endsWith('/swap'))).toBe(true)
  })

  it('says that speaking at once is not measured in one channel', async () => {
    const debrief = debriefOf(calls.find((call) => call.status === 'ended' && call.overall !== null)?.id ?? '')
    if (!debrief) throw new Error('The mock has no debrief.')
    const { user } = open({ ...base, debrief: { ...debrief, numbers: { ...debrief.numbers, overlapsMeasured: false, overlapMs: 0 } } })
    await user.click(await screen.findByRole('button', { name: /In numbers/ }))
    expect(screen.getAllByText('not measured: one channel')).toHaveLength(3)
  })

  it('shows who somebody is only when asked to, and says that this is written down', async () => {
    const { user, requests } = open({ ...base, lines: base.lines.map((line) => ({ ...line, text: `${line.text} [name]` })) })
    expect(await screen.findByRole('button', { name: /thank you for calling \[name\]/ })).toBeVisible()
    expect(screen.getByText('The sound is silent where they are said. Who shows and hears them is written down.')).toBeVisible()
    await user.click(screen.getByRole('switch', { name: /Show names, numbers and addresses/ }))
    expect(await screen.findByRole('button', { name: /thank you for calling dana/ })).toBeVisible()
    expect(audio().getAttribute('src')).toMatch(/sound\?reveal=true$/)
    expect(requests.filter(({ url }) => url.pathname.endsWith('/reading')).map(({ url }) => url.searchParams.get('reveal'))).toEqual(['false', 'true'])
  })

  it('corrects a line with its words unmasked, from the version that was seen', async () => {
    const { user, requests } = open()
    await user.click(await screen.findByRole('button', { name: 'Correct what was said at 0:04' }))
    const form = await screen.findByRole('form', { name: 'Correct line 2' })
    const words = within(form).getByRole('textbox', { name: 'What was said' })
    expect(words).toHaveValue('i am so curried')
    await user.clear(words)
    // Single keys play and skip elsewhere on the page; here they are letters.
    await user.type(words, 'i am so worried')
    expect(audio().currentTime).toBe(0)
    await user.click(within(form).getByRole('button', { name: 'Correct' }))
    expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual({ text: 'i am so worried', speaker: 'caller', startMs: 4_000, endMs: 8_000, version: 0 })
    expect(screen.queryByRole('form')).not.toBeInTheDocument()
  })

  it('is judged without seeing what another coach made of it, until it is handed in', async () => {
    const { user, requests } = open()
    expect(await screen.findByText(/1 other coach handed in a judgement/)).toBeVisible()
    await user.click(within(await screen.findByRole('list', { name: 'Transcript' })).getByRole('button', { name: /i am so worried/ }))
    await user.type(screen.getByRole('textbox', { name: 'At 0:04' }), 'Listen to this.')
    await user.click(screen.getByRole('button', { name: 'Add it' }))
    await user.click(screen.getByRole('button', { name: 'Hand it in' }))
    expect(requests.some(({ url }) => url.pathname.endsWith('/judgement'))).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Hand it in for good' }))
    const other = await screen.findByRole('region', { name: 'Judged by Noor Haddad' })
    expect(within(other).getByText('Tone: 60. Too quick.')).toBeVisible()
    expect(requests.find(({ url }) => url.pathname.endsWith('/judgement'))?.body).toEqual({
      judgement: { scores: [], comments: [{ line: 2, atMs: 4_000, kind: 'comment', text: 'Listen to this.' }] },
      handIn: true,
    })
    expect(screen.queryByRole('button', { name: 'Add it' })).not.toBeInTheDocument()
  })

  it('is put on hold by an administrator, with the reason', async () => {
    const { user, requests } = open({ ...base, review: recording({ removedAt: '2026-12-24T12:00:00Z' }) })
    expect(await screen.findByText(/^Removed by itself Dec 24, 2026/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Put on hold' }))
    await user.type(screen.getByRole('textbox', { name: 'Why it must be kept' }), 'A claim is open.')
    await user.click(screen.getByRole('button', { name: 'Put on hold' }))
    expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual({ reason: 'A claim is open.' })
  })

  it('tells an administrator who opened it', async () => {
    const { user } = open()
    const more = await screen.findByRole('button', { name: /Who did what/ })
    await user.click(more)
    expect(more).toHaveAttribute('aria-expanded', 'true')
    expect(await screen.findByText(/Priya Nair loaded the sound/)).toBeInTheDocument()
  })

  it('opens by itself once the recording has been worked through', async () => {
    let ready = false
    const answer = (request: Request): Answer | undefined =>
      !ready && request.url.pathname.endsWith('/reading') ? { status: 409, json: { status: 409, code: 'notReady', detail: 'This recording is not ready to be read.' } } : server(base)(request)
    vi.useFakeTimers({ shouldAdvanceTime: true })
    try {
      renderApp(`/reviews/${review.id}`, { answer })
      expect(await screen.findByText('This recording is not ready to be read.')).toBeVisible()
      expect(screen.getByRole('link', { name: 'All recordings' })).toHaveAttribute('href', '/reviews')
      ready = true
      await vi.advanceTimersByTimeAsync(3_000)
      expect(await screen.findByRole('heading', { level: 1, name: review.fileName })).toBeVisible()
    } finally {
      vi.useRealTimers()
    }
  })

  it('says so where the recording is not there', async () => {
    renderApp('/reviews/none', { answer: ({ url }) => (url.pathname.startsWith('/api/reviews') ? { status: 404, json: { status: 404, code: 'noSuchReview', detail: 'There is no such recording in your organisation.' } } : undefined) })
    expect(await screen.findByText('There is no such recording in your organisation.')).toBeVisible()
  })
})
