import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { interruptedCallId } from '@/testing/callData'
import { scenarios } from '@/testing/scenarioData'
import { renderApp } from '@/testing/renderApp'
import { filterScenarios } from './filterScenarios'

describe('LobbyPage', () => {
  it('says what to practise next and why', async () => {
    renderApp('/')
    const next = await screen.findByRole('region', { name: 'Is he in my network?' })
    expect(next).toHaveTextContent('Timing is what you lose most points on')
    expect(within(next).getByRole('link')).toHaveAttribute('href', '/scenarios/not-in-network')
  })

  it('offers the gentlest scenario to somebody who has no judged call yet', async () => {
    renderApp('/', { answer: ({ url }) => (url.pathname === '/api/progress' ? { status: 200, json: { categories: [], overall: [], next: null, unfinished: [] } } : undefined) })
    const start = await screen.findByRole('region', { name: 'A first appointment' })
    expect(start).toHaveTextContent('Start here')
    expect(screen.getByText(/After your first call/)).toBeVisible()
  })

  it('offers to continue a call that broke off', async () => {
    renderApp('/')
    expect(await screen.findByRole('link', { name: 'Continue the call with Robert Kessler' })).toHaveAttribute('href', `/call/${interruptedCallId}`)
  })

  it('says what a missing engine means', async () => {
    renderApp('/')
    expect(await screen.findByText('The patient speaks with your browser’s own voice.')).toBeVisible()
    expect(screen.queryByText(/PocketSphinx/)).not.toBeInTheDocument()
  })

  it('filters, says that nothing is left, and shows all again', async () => {
    const { user, router } = renderApp('/')
    await user.type(await screen.findByRole('textbox', { name: 'Search scenarios' }), 'dentist')
    expect(await screen.findByText('No scenario fits all of that')).toBeVisible()
    expect(router.state.location.search).toBe('?q=dentist')
    await user.click(screen.getByRole('button', { name: 'Show all scenarios' }))
    expect(await screen.findAllByRole('article')).toHaveLength(scenarios.length)
  })
})

describe('filterScenarios', () => {
  const ids = (text: string, more = {}) => filterScenarios(scenarios, { text, type: null, difficulty: null, ...more }).map((card) => card.id)

  it('wants every word, anywhere, without regard to case and accents', () => {
    expect(ids('DOYLE bill')).toEqual(['surprise-bill'])
    expect(ids('priyá')).toEqual(['first-visit'])
    expect(ids('doyle knee')).toEqual([])
  })

  it('keeps to type and difficulty', () => {
    expect(ids('', { type: 'complaint' })).toEqual(['three-weeks'])
    expect(ids('', { type: 'complaint', difficulty: 'beginner' })).toEqual([])
  })
})
