import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '@/testing/renderApp'

describe('routes', () => {
  it('says that an address leads nowhere', async () => {
    renderApp('/nowhere')
    expect(await screen.findByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
  })

  it('moves the focus to the heading of the page one goes to, and names the tab', async () => {
    const { user } = renderApp('/')
    await user.click(await screen.findByRole('link', { name: 'Engines' }))
    const heading = await screen.findByRole('heading', { level: 1, name: 'What runs on this server' })
    await waitFor(() => expect(heading).toHaveFocus())
    expect(document.title).toBe('Engines · Practice room')
  })

  it('asks to sign in, and remembers where one wanted to be', async () => {
    const { router } = renderApp('/history?type=complaint', { signedIn: false })
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible()
    expect(router.state.location.search).toBe('?to=%2Fhistory%3Ftype%3Dcomplaint')
  })

  it('signs out', async () => {
    const { user, requests } = renderApp('/engines')
    await user.click(await screen.findByRole('button', { name: 'Sam Rivera: account menu' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible()
    expect(requests.some((request) => request.method === 'DELETE' && request.url.pathname === '/api/session')).toBe(true)
  })

  it('says that the server is gone and tries again', async () => {
    let gone = true
    const { user } = renderApp('/engines', { answer: () => (gone ? 'gone' : undefined) })
    expect(await screen.findByRole('heading', { name: 'The server does not answer.' })).toBeVisible()
    gone = false
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { name: 'What runs on this server' })).toBeVisible()
  })
})
