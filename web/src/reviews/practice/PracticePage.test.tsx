import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { MomentPractice } from '@/api/types'
import type { Answer } from '@/testing/mockApi'
import { problem, renderApp, type Request } from '@/testing/renderApp'

const practice = (but: Partial<MomentPractice> = {}): MomentPractice => ({
  id: 'q1',
  recordedCallId: 'r1',
  line: 2,
  atMs: 64_000,
  scenarioId: 'moment-q1',
  draft: {
    title: 'A feeling left unanswered',
    type: 'billingInquiry',
    difficulty: 'intermediate',
    situation: 'You answer the phone.',
    patientName: 'Nora Whitfield',
    patientAge: 44,
    pronoun: 'she',
    manner: 'Sounds worried.',
    history: 'Nothing more.',
    mood: 'worried',
    opening: ['I am so worried about my bill.'],
    says: ['It came yesterday.', 'It is too much.'],
    wants: 'To be heard.',
    needed: 'acknowledgeFeeling',
    better: 'I can hear how worried you are.',
    avoid: null,
    avoidWhy: null,
  },
  madeBy: 'Priya Nair',
  madeAt: '2026-11-21T09:00:00Z',
  checkedBy: null,
  checkedAt: null,
  callerSaid: 'i am so worried about my bill',
  original: { said: 'calm down', afterMs: -400, heard: null, curt: ['calm down'] },
  assignments: [],
  attempts: [],
  ...but,
})

/** A server that keeps what is saved. */
function server(first: MomentPractice) {
  let kept = first
  return ({ method, url, body }: Request): Answer | undefined => {
    if (url.pathname === '/api/reviews/staff') return { status: 200, json: [{ id: 'p3', displayName: 'Sam Rivera' }] }
    if (!url.pathname.startsWith('/api/reviews/r1/practices/q1')) return undefined
    if (method === 'PUT') {
      const sent = body as { draft: MomentPractice['draft']; checked: boolean }
      kept = { ...kept, draft: sent.draft, ...(sent.checked && { checkedBy: 'Priya Nair', checkedAt: '2026-11-21T10:00:00Z' }) }
    }
    if (method === 'POST') kept = { ...kept, assignments: [{ personId: 'p3', personName: 'Sam Rivera', assignedBy: 'Priya Nair', assignedAt: '2026-11-21T10:00:00Z', dueAt: null }] }
    return method === 'DELETE' ? { status: 204 } : { status: 200, json: kept }
  }
}

const open = (made = practice()) => renderApp('/reviews/r1/practices/q1', { answer: server(made) })

describe('PracticePage', () => {
  it('shows how the moment was answered in the real call', async () => {
    open()
    const real = await screen.findByRole('region', { name: 'The real call' })
    expect(within(real).getByText('i am so worried about my bill')).toBeVisible()
    expect(within(real).getByText('spoken over the caller; the feeling was not taken up; curt: “calm down”')).toBeVisible()
  })

  it('keeps a draft as it was put right, and gives it away only when it was checked', async () => {
    const { user, requests } = open()
    const opening = await screen.findByRole('textbox', { name: 'Says first' })
    expect(screen.queryByRole('button', { name: 'Give it' })).not.toBeInTheDocument()
    await user.clear(opening)
    await user.type(opening, 'I am worried.\n\nVery worried.')
    await user.click(screen.getByRole('button', { name: 'Save the draft' }))
    expect(await screen.findByText('Saved.')).toBeVisible()
    await user.click(screen.getByRole('checkbox', { name: /nothing in it tells who the caller was/ }))
    await user.click(screen.getByRole('button', { name: 'Save, ready to practise' }))
    expect(await screen.findByRole('button', { name: 'Give it' })).toBeDisabled()
    expect(requests.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
      { draft: { ...practice().draft, opening: ['I am worried.', 'Very worried.'] }, checked: false },
      { draft: { ...practice().draft, opening: ['I am worried.', 'Very worried.'] }, checked: true },
    ])
  })

  it('gives it to somebody, by a day', async () => {
    const { user, requests } = open(practice({ checkedBy: 'Priya Nair', checkedAt: '2026-11-21T10:00:00Z' }))
    await user.click(await screen.findByRole('combobox', { name: 'Give it to' }))
    await user.click(await screen.findByRole('option', { name: 'Sam Rivera' }))
    await user.type(screen.getByLabelText('By'), '2026-12-01')
    await user.click(screen.getByRole('button', { name: 'Give it' }))
    expect(within(await screen.findByRole('list', { name: 'Given to' })).getByText(/Sam Rivera/)).toBeVisible()
    expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({ personId: 'p3', dueAt: new Date(2026, 11, 1, 23, 59, 59).toISOString() })
  })

  it('compares each practice with the real call', async () => {
    open(
      practice({
        checkedBy: 'Priya Nair',
        attempts: [{ callId: 'c1', traineeName: 'Sam Rivera', startedAt: '2026-11-21T11:00:00Z', overall: 81, reply: { said: 'I can hear how worried you are.', afterMs: 900, heard: 'hear how worried you are', curt: [] } }],
      }),
    )
    const attempts = await screen.findByRole('list', { name: 'Practice calls' })
    expect(within(attempts).getByText('after 0.9 seconds; took the feeling up: “hear how worried you are”')).toBeVisible()
    expect(within(attempts).getByRole('link', { name: /Sam Rivera/ })).toHaveAttribute('href', '/calls/c1')
  })

  it('says why a draft cannot be played', async () => {
    const refused = problem(400, 'draftInvalid', { detail: 'Give a title, with 150 characters at most.' })
    const kept = server(practice())
    const { user } = renderApp('/reviews/r1/practices/q1', { answer: (request) => (request.method === 'PUT' ? refused : kept(request)) })
    await user.click(await screen.findByRole('button', { name: 'Save the draft' }))
    expect(await screen.findByText('Give a title, with 150 characters at most.')).toBeVisible()
  })

  it('asks before it is taken from everybody', async () => {
    const { user, requests } = open()
    await user.click(await screen.findByRole('button', { name: 'Remove this practice call' }))
    expect(requests.some(({ method }) => method === 'DELETE')).toBe(false)
    await user.click(screen.getByRole('button', { name: 'Remove it for everybody' }))
    expect(requests.some(({ method }) => method === 'DELETE')).toBe(true)
  })
})

describe('LobbyPage', () => {
  it('shows what a coach gave to practise, until it was tried', async () => {
    const card = { id: 'moment-q1', title: 'The worried bill', type: 'complaint', difficulty: 'advanced', summary: 'S', patientName: 'Nora', patientAge: 44, patientManner: 'M', expectedMinutes: 3, attempts: 0, bestScore: null, bestLetter: null }
    const given = { ...card, assignment: { by: 'Priya Nair', at: '2026-11-21T10:00:00Z', dueAt: '2026-12-01T12:00:00Z' } }
    renderApp('/', { answer: ({ url }) => (url.pathname === '/api/scenarios' ? { status: 200, json: [given, { ...given, id: 'tried', title: 'Tried', attempts: 1 }] } : undefined) })
    const list = await screen.findByRole('list', { name: 'Given to you to practise' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(1)
    expect(within(list).getByText('Priya Nair gave it to you, to be done by Dec 1')).toBeVisible()
    expect(within(list).getByRole('link', { name: 'Call Nora: The worried bill' })).toHaveAttribute('href', '/scenarios/moment-q1')
  })
})
