import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ImprovementAction, MomentComparison, MyNotice, MyReview, ReviewAnswer } from '@/api/types'
import { nothingNew, type Answer } from '@/testing/mockApi'
import { renderApp, type Request } from '@/testing/renderApp'
import { myReview } from './testing'

// Draws on a canvas, which is not there in tests.
vi.mock('wavesurfer.js', () => ({ default: { create: () => ({ destroy: () => undefined }) } }))

const comparison: MomentComparison = {
  recordedCallId: 'r1',
  scenarioId: 'moment-0197b0000000700080000000000000aa',
  title: 'The worried bill',
  atMs: 4_000,
  callerSaid: 'i am so worried',
  original: { said: 'calm down', afterMs: 400, heard: null, curt: ['calm down'] },
  attempts: [{ callId: 'c9', traineeName: 'Sam Rivera', startedAt: '2026-11-21T11:00:00Z', overall: 81, reply: { said: 'I can hear how worried you are.', afterMs: 900, heard: 'how worried you are', curt: [] } }],
}

const action: ImprovementAction = {
  id: 'a1',
  personId: 'p3',
  personName: 'Sam Rivera',
  what: 'Take up the feeling first.',
  state: 'overdue',
  dueAt: '2026-11-20T22:59:59Z',
  doneAt: null,
  setBy: 'Priya Nair',
  setAt: '2026-11-10T10:00:00Z',
  recordedCallId: 'r1',
  scenarioId: 'moment-a',
  practiceTitle: 'The worried bill',
}

const answer: ReviewAnswer = { id: 'n1', staffName: 'Sam Rivera', at: '2026-11-21T11:00:00Z', about: 'review', category: null, atMs: null, state: 'said', text: 'Thank you.', repliedBy: null, repliedAt: null, reply: null }

/** A server with one call that was shared; it is new until it was read. */
function server(review: MyReview, notice: MyNotice = { ...nothingNew, shared: 1, new: 1 }) {
  let read = false
  let done = false
  return ({ method, url, body }: Request): Answer | undefined => {
    const [, , area, id, part] = url.pathname.split('/')
    if (area !== 'my-reviews') return undefined
    if (id === 'notice') return { status: 200, json: read ? { ...notice, new: 0 } : notice }
    if (!id) return { status: 200, json: [{ id: review.id, takenAt: review.takenAt, queue: review.queue, durationMs: review.durationMs, sharedBy: review.sharedBy, sharedAt: review.sharedAt, isNew: !read }] }
    if (id === 'actions' && method === 'POST') {
      done = true
      return { status: 204 }
    }
    if (id === 'actions') return { status: 200, json: [{ ...action, ...(done && { state: 'done', doneAt: '2026-11-21T12:00:00Z' }) }] }
    if (part === 'answers') return { status: 200, json: [{ ...answer, ...(body as object), state: (body as { disputes: boolean }).disputes ? 'open' : 'said' }] }
    if (part === 'outline') return { status: 200, json: { durationMs: 30_000, channels: [[0, 255]] } }
    if (id !== review.id) return undefined
    read = true
    return { status: 200, json: review }
  }
}

beforeEach(() => {
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue()
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined)
})

describe('what is told of reviewed calls', () => {
  it('stands in the lobby and beside the way there, until the call was read', async () => {
    const { user } = renderApp('/', { answer: server(myReview()) })
    const panel = await screen.findByRole('region', { name: 'Your reviewed calls' })
    expect(panel).toHaveTextContent('A coach went through a call of yours and shares it with you.')
    expect(screen.getByRole('link', { name: /^Your calls\s*1\s*new$/ })).toBeVisible()
    await user.click(within(panel).getByRole('link', { name: 'See your calls' }))
    const list = await screen.findByRole('list', { name: 'Calls that were shared with you' })
    expect(list).toHaveTextContent('New')
    await user.click(within(list).getByRole('link', { name: /A call on Billing/ }))
    await screen.findByRole('region', { name: 'From Priya Nair' })
    expect(await screen.findByRole('link', { name: 'Your calls' })).toBeVisible()
  })

  it('is nothing for those with whom nothing was shared', async () => {
    renderApp('/')
    expect(await screen.findByRole('heading', { level: 1, name: /Who will you talk to next/ })).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Your reviewed calls' })).not.toBeInTheDocument()
    expect(screen.queryByRole('link', { name: /Your calls/ })).not.toBeInTheDocument()
  })
})

describe('MyReviewsPage', () => {
  it('shows what is to be practised, and lets one say that it is done', async () => {
    const { user } = renderApp('/my-reviews', { answer: server(myReview()) })
    const list = await screen.findByRole('list', { name: 'To practise' })
    expect(list).toHaveTextContent('Overdue')
    expect(within(list).getByRole('link', { name: 'Practise it' })).toHaveAttribute('href', '/scenarios/moment-a')
    expect(within(list).getByRole('link', { name: 'The call' })).toHaveAttribute('href', '/my-reviews/r1')
    await user.click(within(list).getByRole('button', { name: 'I did it: Take up the feeling first.' }))
    expect(await within(list).findByText('Done')).toBeVisible()
    expect(within(list).queryByRole('button')).not.toBeInTheDocument()
  })
})

describe('MyReviewPage', () => {
  it('shows what was said, masked, with what the coach shared; nothing can be changed there', async () => {
    renderApp('/my-reviews/r1', { answer: server(myReview()) })
    const coach = await screen.findByRole('region', { name: 'From Priya Nair' })
    expect(coach).toHaveTextContent('Hear the end.')
    expect(within(coach).getByRole('list', { name: 'Scores of the coach' })).toHaveTextContent('Tone: 60')
    expect(within(coach).getByRole('list', { name: 'Comments' })).toHaveTextContent('Strength: You let them finish.')
    expect(screen.getByRole('list', { name: 'Transcript' })).toHaveTextContent('my name is [name]')
    expect(document.querySelector('audio')).toHaveAttribute('src', '/api/my-reviews/r1/sound')
    expect(screen.queryByRole('button', { name: /Correct what was said/ })).not.toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /Practise this/ })).not.toBeInTheDocument()
    expect(screen.queryByRole('switch', { name: /Show names/ })).not.toBeInTheDocument()
  })

  it('sends an answer to a score, and says that it is to be settled', async () => {
    const { user, requests } = renderApp('/my-reviews/r1', { answer: server(myReview()) })
    const panel = await screen.findByRole('region', { name: 'Your answer' })
    await user.click(within(panel).getByRole('combobox', { name: 'About' }))
    expect(screen.getByRole('option', { name: '0:04 You let them finish.' })).toBeVisible()
    await user.click(screen.getByRole('option', { name: 'Score: Tone' }))
    await user.type(within(panel).getByRole('textbox', { name: 'What you want to say' }), 'I spoke slowly.')
    await user.click(within(panel).getByRole('checkbox', { name: /I see it differently/ }))
    await user.click(within(panel).getByRole('button', { name: 'Dispute it' }))
    const answers = await screen.findByRole('list', { name: 'Answers' })
    expect(answers).toHaveTextContent('Score: Tone')
    expect(answers).toHaveTextContent('Disputed, to be settled')
    expect(requests.find(({ method }) => method === 'POST')?.body).toEqual({ about: 'score', category: 'tone', atMs: null, disputes: true, text: 'I spoke slowly.' })
  })

  it('shows how a coach settled it', async () => {
    renderApp('/my-reviews/r1', { answer: server(myReview({ answers: [{ ...answer, about: 'score', category: 'tone', state: 'changed', repliedBy: 'Priya Nair', repliedAt: '2026-11-21T12:00:00Z', reply: { text: 'You did.', score: 80 } }] })) })
    const answers = await screen.findByRole('list', { name: 'Answers' })
    expect(answers).toHaveTextContent('Disputed; judged otherwise now')
    expect(answers).toHaveTextContent('The score is 80 from now on.')
  })

  it('compares what was practised with the real call', async () => {
    renderApp('/my-reviews/r1', { answer: server(myReview({ practices: [comparison] })) })
    const practised = await screen.findByRole('region', { name: 'Practised: The worried bill' })
    expect(practised).toHaveTextContent('after 0.4 seconds; the feeling was not taken up; curt: “calm down”')
    expect(practised).toHaveTextContent('after 0.9 seconds; took the feeling up: “how worried you are”')
    expect(within(practised).getByRole('link', { name: 'Practise it again' })).toHaveAttribute('href', `/scenarios/${comparison.scenarioId}`)
  })

  it('says that a call is not shared any more', async () => {
    renderApp('/my-reviews/gone', { answer: server(myReview()) })
    expect(await screen.findByRole('heading', { name: 'This call is not shared with you.' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Your reviewed calls' })).toHaveAttribute('href', '/my-reviews')
  })
})
