import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { CallFacts } from '@/api/types'
import type { Answer } from '@/testing/mockApi'
import { renderApp, type Request } from '@/testing/renderApp'
import { recording } from './testing/reviewData'

// Draws on a canvas, which is not there in tests.
vi.mock('wavesurfer.js', () => ({ default: { create: () => ({ destroy: () => undefined }) } }))

const entered = { staffId: 'p3', takenAt: '2026-11-02T09:30:25Z', queue: 'Billing', consentNoted: true }
const people = [
  { id: 'p3', displayName: 'Sam Rivera' },
  { id: 'p4', displayName: 'Maya Lindqvist' },
]
const refusal = { status: 409, code: 'sharedWithOther', detail: 'This call is shared with Sam Rivera, who would go on reading it. Take it back first.' }

/** A server with a recording that is ready. */
function server({ refuses = false } = {}) {
  let review = recording({ id: 'r1', ...entered })
  return ({ method, url, body }: Request): Answer | undefined => {
    const [, , area, id, part] = url.pathname.split('/')
    if (area !== 'reviews') return undefined
    if (id === 'staff') return { status: 200, json: people }
    if (id === 'audit' || id === 'actions' || part === 'practices') return { status: 200, json: [] }
    if (part === 'judgements') return { status: 200, json: { mine: { coachName: 'Priya Nair', handedInAt: null, judgement: { scores: [], comments: [] } }, others: [], othersHandedIn: 0 } }
    if (part === 'outline') return { status: 200, json: { durationMs: 30_000, channels: [[0, 255]] } }
    if (part === 'reading') return { status: 200, json: { review, revealed: false, lines: [], marks: [], debrief: null } }
    if (part === 'answers') return { status: 200, json: { answers: [], hidden: 0 } }
    if (part === 'share') return { status: 200, json: { share: null } }
    if (part !== 'facts' || method !== 'PUT') return undefined
    if (refuses) return { status: 409, json: refusal }
    const { facts } = body as { facts: CallFacts }
    review = { ...review, ...facts, queue: facts.queue ?? '', staffName: people.find((one) => one.id === facts.staffId)?.displayName ?? null }
    return { status: 200, json: review }
  }
}

const sentIn = (requests: readonly Request[]) => requests.find(({ method }) => method === 'PUT')?.body

describe('AboutCall', () => {
  it('puts right by keyboard who took the call, leaves the rest to the second, and gives the focus back', async () => {
    const { user, requests } = renderApp('/reviews/r1', { answer: server() })
    const button = await screen.findByRole('button', { name: 'About this call' })
    expect(button).toHaveAttribute('aria-expanded', 'false')
    button.focus()
    await user.keyboard('{Enter}')
    const form = screen.getByRole('form', { name: 'About this call' })
    await user.tab()
    const who = within(form).getByRole('combobox', { name: 'Who took the call' })
    expect(who).toHaveFocus()
    expect(who).toHaveValue('Sam Rivera')
    await user.clear(who)
    await user.type(who, 'Maya')
    await user.keyboard('{ArrowDown}{Enter}')
    within(form).getByRole('button', { name: 'Put it right' }).focus()
    await user.keyboard('{Enter}')
    expect(await screen.findByText(/taken by Maya Lindqvist/)).toBeVisible()
    expect(screen.queryByRole('form', { name: 'About this call' })).not.toBeInTheDocument()
    expect(button).toHaveFocus()
    // The form to share it names who took it from now on.
    expect(screen.getByText(/^Maya Lindqvist reads and hears the call/)).toBeVisible()
    expect(sentIn(requests)).toEqual({ was: entered, facts: { ...entered, staffId: 'p4' } })
  })

  it('puts right when it was, on which line, and whether consent was noted', async () => {
    const { user, requests } = renderApp('/reviews/r1', { answer: server() })
    await user.click(await screen.findByRole('button', { name: 'About this call' }))
    const form = screen.getByRole('form', { name: 'About this call' })
    const time = within(form).getByLabelText('When it was')
    await user.clear(time)
    await user.type(time, '2026-11-03T08:15')
    await user.clear(within(form).getByRole('textbox', { name: 'Line or team' }))
    await user.click(within(form).getByRole('checkbox', { name: /Both parties were told/ }))
    await user.click(within(form).getByRole('button', { name: 'Put it right' }))
    expect(await screen.findByText(/consent not noted/)).toBeVisible()
    expect(sentIn(requests)).toEqual({ was: entered, facts: { staffId: 'p3', takenAt: new Date(2026, 10, 3, 8, 15).toISOString(), queue: '', consentNoted: false } })
  })

  it('says what to do while another person may read it, and keeps what was entered', async () => {
    const { user } = renderApp('/reviews/r1', { answer: server({ refuses: true }) })
    await user.click(await screen.findByRole('button', { name: 'About this call' }))
    const form = screen.getByRole('form', { name: 'About this call' })
    await user.type(within(form).getByRole('textbox', { name: 'Line or team' }), ' desk')
    await user.click(within(form).getByRole('button', { name: 'Put it right' }))
    expect(await within(form).findByRole('alert')).toHaveTextContent('Take it back first.')
    expect(within(form).getByRole('textbox', { name: 'Line or team' })).toHaveValue('Billing desk')
    await user.click(within(form).getByRole('button', { name: 'Leave it as it is' }))
    expect(screen.queryByRole('form', { name: 'About this call' })).not.toBeInTheDocument()
  })
})
