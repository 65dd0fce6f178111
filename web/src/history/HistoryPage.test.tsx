import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp, type Request } from '@/testing/renderApp'
import { toQuery } from './useCallFilters'

const callQueries = (requests: readonly Request[]) => requests.filter((request) => request.url.pathname === '/api/calls').map((request) => Object.fromEntries(request.url.searchParams))

describe('HistoryPage', () => {
  it('fetches older calls from where the page before ended', async () => {
    const { user, requests } = renderApp('/history')
    expect(await screen.findByText('20 calls shown, there are more')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show older calls' }))
    expect(await screen.findByText('26 calls shown')).toBeVisible()
    expect(callQueries(requests)).toEqual([{ take: '20', mine: 'true' }, { take: '20', mine: 'true', before: '20' }])
    expect(screen.queryByRole('button', { name: 'Show older calls' })).not.toBeInTheDocument()
  })

  it('takes its filters from the address and sends them to the server', async () => {
    const { requests } = renderApp('/history?type=complaint&status=interrupted&difficulty=nonsense')
    expect(await screen.findByText('1 call shown')).toBeVisible()
    expect(callQueries(requests)).toEqual([{ take: '20', mine: 'true', type: 'complaint', status: 'interrupted' }])
  })

  it('lets a coach see everybody’s calls', async () => {
    const { requests } = renderApp('/history?whose=everybody')
    expect(await screen.findByText('20 calls shown, there are more')).toBeVisible()
    expect(callQueries(requests)).toEqual([{ take: '20' }])
    expect(screen.getByRole('combobox', { name: 'Whose calls' })).toHaveValue('Everybody’s')
  })

  it('says that nothing fits, and shows all again', async () => {
    const { user } = renderApp('/history?type=followUp&difficulty=expert')
    expect(await screen.findByText('No call fits all of that')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Show all calls' }))
    expect(await screen.findByText('20 calls shown, there are more')).toBeVisible()
  })

  it('invites somebody new to the first call', async () => {
    renderApp('/history', { answer: ({ url }) => (url.pathname === '/api/calls' ? { status: 200, json: { calls: [], next: null } } : undefined) })
    expect(await screen.findByText('No calls yet')).toBeVisible()
  })

  it('says each trend in words', async () => {
    renderApp('/history')
    const trends = await screen.findByRole('region', { name: 'How you are doing' })
    expect(within(trends).getByRole('img', { name: 'Timing over 6 calls: from 74 to 61 of 100, between 61 and 74.' })).toBeVisible()
    expect(within(trends).getByText('Going down')).toBeVisible()
    expect(within(trends).getByText('Not enough calls yet')).toBeVisible()
  })
})

describe('toQuery', () => {
  it('takes days in the person’s own time, the last one whole', () => {
    const { from, to } = toQuery({ fromDay: '2026-11-30', toDay: '2026-11-30' })
    expect(from).toBe(new Date(2026, 10, 30).toISOString())
    expect(to).toBe(new Date(2026, 11, 1).toISOString())
  })
})
