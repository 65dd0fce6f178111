import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { ImprovementAction, ReviewAnswer, SetAction } from '@/api/types'
import type { Answer } from '@/testing/mockApi'
import { renderApp, type Request } from '@/testing/renderApp'
import { recording } from '../testing/reviewData'

// Draws on a canvas, which is not there in tests.
vi.mock('wavesurfer.js', () => ({ default: { create: () => ({ destroy: () => undefined }) } }))

const review = recording({ id: 'r1' })
const disputed: ReviewAnswer = { id: 'n1', staffName: 'Sam Rivera', at: '2026-11-21T11:00:00Z', about: 'score', category: 'tone', atMs: null, state: 'open', text: 'I spoke slowly.', repliedBy: null, repliedAt: null, reply: null }
const overdue: ImprovementAction = { id: 'a1', personId: 'p3', personName: 'Sam Rivera', what: 'Say less.', state: 'overdue', dueAt: '2026-11-20T12:00:00Z', doneAt: null, setBy: 'Noor Haddad', setAt: '2026-11-10T10:00:00Z', recordedCallId: 'r1', scenarioId: null, practiceTitle: null }

/** A server with a recording, one dispute of it and one action, which keeps what coaches do. */
function server() {
  let answer = disputed
  let actions = [overdue]
  return ({ method, url, body }: Request): Answer | undefined => {
    const [, , area, id, part] = url.pathname.split('/')
    if (area !== 'reviews') return undefined
    if (id === 'disputes') return { status: 200, json: answer.state === 'open' ? [{ recordedCallId: 'r1', fileName: review.fileName, staffName: 'Sam Rivera', at: disputed.at, about: 'score', category: 'tone', atMs: null }] : [] }
    if (id === 'actions' && method === 'PUT') {
      const { done } = body as { done: boolean }
      actions = [{ ...overdue, state: done ? 'done' : 'open', doneAt: done ? '2026-11-21T12:00:00Z' : null }]
      return { status: 200, json: actions[0] }
    }
    if (id === 'actions') return { status: 200, json: actions }
    if (part === 'actions') {
      actions = [...actions, { ...overdue, ...(body as SetAction), id: 'a2', state: 'open' }]
      return { status: 200, json: actions[1] }
    }
    if (url.pathname.endsWith('reply')) answer = { ...disputed, state: 'changed', repliedBy: 'Priya Nair', repliedAt: '2026-11-21T12:00:00Z', reply: body as { text: string; score: number } }
    if (part === 'answers') return { status: 200, json: { answers: [answer], hidden: 0 } }
    if (id === 'staff') return { status: 200, json: [{ id: 'p3', displayName: 'Sam Rivera' }] }
    if (part === 'practices') return { status: 200, json: [{ id: 'q1', line: 2, title: 'The worried bill', checked: true }] }
    if (id === 'retention') return { status: 200, json: { keepDays: null } }
    if (id === 'rules') return { status: 200, json: { maxBytes: 1e9, pieceBytes: 4, maxMinutes: 240, kinds: 'WAV' } }
    if (id === 'audit' || id === 'agreement' || id === 'calibrations') return { status: 200, json: [] }
    if (part === 'share') return { status: 200, json: { share: null } }
    if (part === 'judgements') return { status: 200, json: { mine: { coachName: 'Priya Nair', handedInAt: null, judgement: { scores: [], comments: [] } }, others: [], othersHandedIn: 0 } }
    if (part === 'outline') return { status: 200, json: { durationMs: 30_000, channels: [[0, 255]] } }
    if (part === 'reading') return { status: 200, json: { review, revealed: false, lines: [], marks: [], debrief: null } }
    return id ? undefined : { status: 200, json: { reviews: [review], next: null } }
  }
}

describe('what coaches see of answers', () => {
  it('marks the recording in the list, and leads to it', async () => {
    renderApp('/reviews', { answer: server() })
    const open = await screen.findByRole('list', { name: 'Open disputes' })
    expect(open).toHaveTextContent('Sam Rivera: Score: Tone')
    expect(within(open).getByRole('link', { name: 'monday.wav' })).toHaveAttribute('href', '/reviews/r1')
    expect(await screen.findByText('1 open dispute')).toBeVisible()
  })

  it('settles a dispute with a score and a reason, and keeps the answer', async () => {
    const { user, requests } = renderApp('/reviews/r1', { answer: server() })
    const form = await screen.findByRole('form', { name: 'Reply: Score: Tone' })
    await user.click(within(form).getByRole('radio', { name: 'It changes' }))
    await user.type(within(form).getByRole('textbox', { name: 'Your reply' }), 'You did.')
    expect(within(form).getByRole('button', { name: 'Settle it' })).toBeDisabled()
    await user.type(within(form).getByRole('textbox', { name: 'The score from now on' }), '80')
    await user.click(within(form).getByRole('button', { name: 'Settle it' }))
    const answers = await screen.findByRole('list', { name: 'Answers' })
    expect(await within(answers).findByText('The score is 80 from now on.')).toBeVisible()
    expect(answers).toHaveTextContent('I spoke slowly.')
    expect(requests.find(({ url }) => url.pathname.endsWith('reply'))?.body).toEqual({ state: 'changed', text: 'You did.', score: 80 })
  })
})

describe('what coaches set to be practised', () => {
  it('says what, by whom and until when, with a practice call', async () => {
    const { user, requests } = renderApp('/reviews/r1', { answer: server() })
    const panel = await screen.findByRole('region', { name: 'To be practised' })
    await user.type(within(panel).getByRole('textbox', { name: 'What is to be practised' }), 'Wait for the end.')
    await user.type(within(panel).getByLabelText('Until'), '2026-12-01')
    await user.click(await within(panel).findByRole('combobox', { name: 'With the practice call' }))
    await user.click(await screen.findByRole('option', { name: 'The worried bill' }))
    await user.click(within(panel).getByRole('button', { name: 'Set it' }))
    expect(await within(panel).findByText('Wait for the end.')).toBeVisible()
    expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({ personId: 'p3', what: 'Wait for the end.', dueAt: new Date(2026, 11, 1, 23, 59, 59).toISOString(), practiceId: 'q1' })
  })

  it('says whose are due, and lets them be ended', async () => {
    const { user } = renderApp('/reviews', { answer: server() })
    const open = await screen.findByRole('button', { name: /What is to be practised.*1 action, 1 overdue/ })
    await user.click(open)
    const list = await screen.findByRole('list', { name: 'To be practised' })
    expect(list).toHaveTextContent('Sam Rivera: Say less.')
    await user.click(within(list).getByRole('button', { name: 'It is done: Say less.' }))
    expect(await within(list).findByRole('button', { name: 'Not done yet: Say less.' })).toBeVisible()
  })
})
