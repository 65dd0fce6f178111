import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { SearchHit } from '@/api/types'
import type { Answer } from '@/testing/mockApi'
import { problem, renderApp, type Request } from '@/testing/renderApp'
import { recording } from '../testing/reviewData'
import { beginningOf, weekBefore } from './week'

const { id, fileName, staffName, takenAt, uploadedAt, queue } = recording()
const hit: SearchHit = {
  reviewId: id,
  fileName,
  staffName,
  takenAt,
  uploadedAt,
  queue,
  overall: 62,
  atMs: 83_000,
  before: { number: 7, speaker: 'staff', startMs: 80_000, text: 'how can i help' },
  line: { number: 8, speaker: 'caller', startMs: 83_000, text: 'i am worried about my bills' },
  after: { number: 9, speaker: 'staff', startMs: 86_000, text: 'calm down' },
  mark: { kind: 'empathyMissed', startMs: 83_000, endMs: 85_000, line: 8, text: 'A feeling was left unanswered.', better: null },
}

const server =
  (search: Answer) =>
  ({ url }: Request): Answer | undefined =>
    url.pathname === '/api/reviews/search' ? search : url.pathname === '/api/reviews/staff' ? { status: 200, json: [{ id: 'p3', displayName: 'Sam Rivera' }] } : undefined

const found = { status: 200, json: { hits: [hit], calls: 1, notYet: 2, next: null } }

describe('SearchPage', () => {
  it('asks for words and filters, and shows each place with what was said around it', async () => {
    const { user, requests, router } = renderApp('/reviews/find', { answer: server(found) })
    expect(await screen.findByRole('heading', { level: 1, name: 'Find in recorded calls' })).toBeVisible()
    expect(requests.some(({ url }) => url.pathname === '/api/reviews/search')).toBe(false)
    await user.type(screen.getByRole('textbox', { name: 'Words' }), 'worried bill')
    await user.type(screen.getByRole('textbox', { name: 'Score to' }), '70')
    await user.keyboard('{Enter}')

    const list = await screen.findByRole('list', { name: 'What was found' })
    expect(within(list).getByText('i am worried about my bills')).toBeVisible()
    expect(within(list).getByText('how can i help')).toBeVisible()
    expect(within(list).getByText('calm down')).toBeVisible()
    expect(within(list).getByRole('link', { name: 'monday.wav at 1:23' })).toHaveAttribute('href', `/reviews/${id}?at=83000&line=8`)
    expect(screen.getByText('1 place shown, 1 call fits.')).toBeVisible()
    expect(screen.getByText(/2 recordings cannot be found yet/)).toBeVisible()
    const asked = requests.findLast(({ url }) => url.pathname === '/api/reviews/search')
    expect(Object.fromEntries(asked?.url.searchParams ?? [])).toEqual({ words: 'worried bill', mostScore: '70' })
    expect(router.state.location.search).toBe('?words=worried+bill&mostScore=70')
  })

  it('lists the worst moments of this week', async () => {
    const { user, requests } = renderApp('/reviews/find', { answer: server(found) })
    await user.click(await screen.findByRole('button', { name: 'The worst moments of this week' }))

    expect(await screen.findByText('A feeling was left unanswered.', { exact: false })).toBeVisible()
    const asked = requests.findLast(({ url }) => url.pathname === '/api/reviews/search')
    expect(Object.fromEntries(asked?.url.searchParams ?? [])).toEqual({ order: 'worst', from: beginningOf(weekBefore(new Date())) })
  })

  it('says that nothing fits, and what is wrong with a search', async () => {
    renderApp('/reviews/find?words=zebra', { answer: server({ status: 200, json: { hits: [], calls: 0, notYet: 0, next: null } }) })
    expect(await screen.findByText('Nothing fits all of that')).toBeVisible()
  })

  it('says what is wrong with a search', async () => {
    renderApp('/reviews/find?words=the', { answer: server(problem(400, 'invalid', { detail: 'These words are said in nearly every call.' })) })
    expect(await screen.findByText(/These words are said in nearly every call/)).toBeVisible()
  })
})
