import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Calibration, MyNotice } from '@/api/types'
import { nothingNew, type Answer } from '@/testing/mockApi'
import { renderApp, type Request } from '@/testing/renderApp'
import { recording } from '../testing/reviewData'

const blind: Calibration = {
  id: 'k1',
  title: 'Tone in November',
  madeBy: 'Sam Rivera',
  madeAt: '2026-11-20T10:00:00Z',
  opened: false,
  closedBy: null,
  mine: true,
  mayClose: true,
  coaches: [
    { name: 'Noor Haddad', handedIn: 1 },
    { name: 'Sam Rivera', handedIn: 0 },
  ],
  calls: [{ recordedCallId: 'r1', fileName: 'monday.wav', handedIn: false, categories: [] }],
  agreement: [],
}

const opened: Calibration = {
  ...blind,
  opened: true,
  closedBy: 'Sam Rivera',
  calls: [
    {
      recordedCallId: 'r1',
      fileName: 'monday.wav',
      handedIn: true,
      categories: [
        { category: 'tone', workedOut: 70, spread: 0, agreed: null, scores: [{ coachName: 'Noor Haddad', score: 70, reason: null }, { coachName: 'Sam Rivera', score: 70, reason: null }] },
        { category: 'empathy', workedOut: 64, spread: 30, agreed: null, scores: [{ coachName: 'Noor Haddad', score: 85, reason: 'Took it up.' }, { coachName: 'Sam Rivera', score: 55, reason: 'Too late.' }] },
      ],
    },
  ],
  agreement: [{ category: 'empathy', measure: 'cohen', coaches: 2, calls: 4, same: 2, kappa: 0.333 }],
}

/** A server with one calibration; it opens when it is closed, and keeps an agreed score. */
function server(first: Calibration) {
  let kept = first
  let seen = false
  return ({ method, url, body }: Request): Answer | undefined => {
    const [, , area, id, calibration, part] = url.pathname.split('/')
    if (area !== 'reviews') return undefined
    if (id === 'coaches') return { status: 200, json: [{ id: 'p1', displayName: 'Noor Haddad' }, { id: 'p2', displayName: 'Sam Rivera' }] }
    if (id === 'retention') return { status: 200, json: { keepDays: null } }
    if (id === 'rules') return { status: 200, json: { maxBytes: 1e9, pieceBytes: 4, maxMinutes: 240, kinds: 'WAV' } }
    if (id !== 'calibrations') return id ? { status: 200, json: [] } : { status: 200, json: { reviews: [recording({ id: 'r1' })], next: null } }
    if (!calibration && method === 'GET') return { status: 200, json: [{ id: 'k1', title: kept.title, madeBy: kept.madeBy, madeAt: kept.madeAt, calls: 1, coaches: kept.coaches, toJudge: kept.opened ? 0 : 1, opened: kept.opened, isNew: kept.opened && !seen }] }
    if (calibration && kept.opened) seen = true
    if (part === 'close') kept = opened
    if (part === 'calls') {
      const settled = { ...(body as { score: number; reason: string }), by: 'Sam Rivera', at: '2026-11-21T10:00:00Z' }
      kept = { ...opened, calls: opened.calls.map((call) => ({ ...call, categories: call.categories.map((one) => (one.category === 'empathy' ? { ...one, agreed: settled } : one)) })) }
    }
    return { status: 200, json: kept }
  }
}

const notice =
  (news: Partial<MyNotice>) =>
  ({ url }: Request): Answer | undefined =>
    url.pathname === '/api/my-reviews/notice' ? { status: 200, json: { ...nothingNew, ...news } } : undefined

describe('calibrations', () => {
  it('says what waits to be judged, and puts recordings before coaches', async () => {
    const { user, requests, router } = renderApp('/reviews', { answer: server(blind) })
    await user.click(await screen.findByRole('button', { name: /Calibrations.*1 recording for you to judge/ }))
    await user.click(await screen.findByRole('button', { name: 'Put recordings before coaches' }))
    await user.type(screen.getByRole('textbox', { name: 'What it is called' }), 'Tone')
    await user.click(screen.getByRole('combobox', { name: 'Recordings' }))
    await user.click(await screen.findByRole('option', { name: /monday\.wav/ }))
    await user.click(screen.getByRole('combobox', { name: 'Who judges' }))
    await user.click(await screen.findByRole('option', { name: 'Noor Haddad' }))
    expect(screen.getByRole('button', { name: 'Begin' })).toBeDisabled()
    await user.click(await screen.findByRole('option', { name: 'Sam Rivera' }))
    await user.click(screen.getByRole('button', { name: 'Begin' }))
    await screen.findByRole('heading', { level: 1, name: 'Tone in November' })
    expect(router.state.location.pathname).toBe('/reviews/calibrations/k1')
    expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({ title: 'Tone', callIds: ['r1'], coachIds: ['p1', 'p2'] })
  })

  it('tells a coach above the list what waits, and that one has opened until it was looked at', async () => {
    const { user, router } = renderApp('/reviews', { answer: server(opened) })
    const news = await screen.findByRole('list', { name: 'News of your calibrations' })
    expect(news).toHaveTextContent('Tone in November: it has opened, and its results are there.')
    await user.click(within(news).getByRole('link', { name: 'Tone in November' }))
    await screen.findByRole('region', { name: 'How far the coaches agree' })
    await router.navigate('/reviews')
    await screen.findByRole('button', { name: /Calibrations/ })
    await waitFor(() => expect(screen.queryByRole('list', { name: 'News of your calibrations' })).not.toBeInTheDocument())
  })

  it('tells a coach in the lobby and beside the way to the reviews', async () => {
    const { router } = renderApp('/', { answer: notice({ toJudge: 2, opened: 1 }) })
    const news = await screen.findByRole('list', { name: 'News of your calibrations' })
    expect(news).toHaveTextContent('You are to judge 2 recordings')
    expect(news).toHaveTextContent('A calibration that you are in has opened')
    expect(screen.getByRole('link', { name: /^Reviews\s*3\s*new$/ })).toBeVisible()
    await router.navigate('/history')
    expect(await screen.findByRole('link', { name: /^Reviews\s*3\s*new$/ })).toBeVisible()
  })

  it('shows no scores before it has opened, and asks before it is opened without the others', async () => {
    const { user } = renderApp('/reviews/calibrations/k1', { answer: server(blind) })
    expect(await screen.findByRole('list', { name: 'Coaches' })).toHaveTextContent('Noor Haddad: 1 of 1 judged')
    expect(screen.getByRole('list', { name: 'Recordings' })).toHaveTextContent('for you to judge')
    expect(screen.queryByRole('region', { name: 'How far the coaches agree' })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Open it now' }))
    await user.click(screen.getByRole('button', { name: 'Open it without the others' }))
    const agreement = await screen.findByRole('region', { name: 'How far the coaches agree' })
    expect(agreement).toHaveTextContent('Cohen’s kappa, of two coaches')
    expect(within(agreement).getByRole('row', { name: 'Empathy 4 2 0.33' })).toBeVisible()
  })

  it('puts what differs most first, and notes the agreed score with its reason', async () => {
    const { user, requests } = renderApp('/reviews/calibrations/k1', { answer: server(opened) })
    const call = await screen.findByRole('region', { name: 'monday.wav' })
    expect(within(call).getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual(['Empathy 30 points apart, worked out: 64', 'Tone all the same, worked out: 70'])
    expect(within(call).getByRole('list', { name: 'Scores for Empathy' })).toHaveTextContent('Noor Haddad: 85Took it up.')
    await user.click(within(call).getByRole('button', { name: 'Note the agreed score: Empathy' }))
    await user.type(within(call).getByRole('textbox', { name: 'Agreed score' }), '75')
    await user.type(within(call).getByRole('textbox', { name: 'Why' }), 'We listened again.')
    await user.click(within(call).getByRole('button', { name: 'Note it' }))
    expect(await within(call).findByText('Agreed: 75.')).toBeVisible()
    expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual({ category: 'empathy', score: 75, reason: 'We listened again.' })
  })
})
