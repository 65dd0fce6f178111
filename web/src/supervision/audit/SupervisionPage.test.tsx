import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '@/testing/renderApp'

describe('supervision, for an administrator', () => {
  it('lists who did what in which call, and how long', async () => {
    renderApp('/supervision')
    expect(await screen.findAllByRole('cell', { name: 'Dana Whitfield' })).toHaveLength(2)
    expect(screen.getByRole('cell', { name: 'Listened' })).toBeVisible()
    expect(screen.getByRole('cell', { name: /2 min 10 s/ })).toHaveTextContent('The call ended')
  })

  it('turns off that trainees see who listens', async () => {
    const { user, requests } = renderApp('/supervision')
    await user.click(await screen.findByRole('switch', { name: 'Show trainees that somebody listens' }))
    expect(requests.find((request) => request.method === 'PUT')).toMatchObject({ body: { showListening: false } })
    expect(await screen.findByRole('switch', { name: 'Show trainees that somebody listens' })).not.toBeChecked()
  })

  it('says that nobody has listened in yet', async () => {
    renderApp('/supervision', { answer: ({ url }) => (url.pathname.endsWith('/audit') ? { status: 200, json: { entries: [], next: null } } : undefined) })
    expect(await screen.findByText('Nobody has listened in yet')).toBeVisible()
  })
})
