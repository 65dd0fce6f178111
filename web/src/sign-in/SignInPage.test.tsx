import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { sessionInfo } from '@/testing/mockApi'
import { problem, renderApp } from '@/testing/renderApp'
import { ownPath } from './useEnter'

async function signIn(user: ReturnType<typeof renderApp>['user'], password: string) {
  await user.type(await screen.findByLabelText('E-mail address'), 'sam@riverside.example')
  await user.type(screen.getByLabelText('Password'), password)
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
}

describe('SignInPage', () => {
  it('leads to where one wanted to be', async () => {
    const { user, router } = renderApp('/history', { signedIn: false })
    await signIn(user, 'right')
    expect(await screen.findByRole('heading', { name: 'Your calls' })).toBeVisible()
    expect(router.state.location.pathname).toBe('/history')
  })

  it('signs in as a demo account with one click', async () => {
    const { user, requests } = renderApp('/sign-in', { signedIn: false })
    await user.click(await screen.findByRole('button', { name: /Coach/ }))
    expect(await screen.findByRole('heading', { name: /Who will you talk to next/ })).toBeVisible()
    expect(requests.find((request) => request.url.pathname === '/api/session/demo')?.body).toEqual({ email: 'coach@demo.local' })
  })

  it('says that the password is wrong and stays', async () => {
    const { user } = renderApp('/sign-in', { signedIn: false })
    await signIn(user, 'wrong')
    expect(await screen.findByRole('alert')).toHaveTextContent('E-mail address or password is wrong.')
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeEnabled()
  })

  it('says how long the account is locked, and lets nobody try before', async () => {
    const { user } = renderApp('/sign-in', { signedIn: false })
    await signIn(user, 'locked')
    expect(await screen.findByRole('alert')).toHaveTextContent(/You can try again in 4:(40|39)/)
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeDisabled()
  })

  it('says that the server is gone, and tries again', async () => {
    let gone = true
    const { user } = renderApp('/sign-in', { signedIn: false, answer: () => (gone ? 'gone' : undefined) })
    expect(await screen.findByRole('alert')).toHaveTextContent('The server does not answer.')
    gone = false
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByLabelText('E-mail address')).toBeVisible()
  })

  it('leads to the setup of a new server, which says what is wrong with the code', async () => {
    const { user } = renderApp('/', { answer: ({ url, method }) => (url.pathname === '/api/session' && method === 'GET' ? { status: 200, json: { ...sessionInfo(null), setupNeeded: true } } : undefined) })
    await user.type(await screen.findByLabelText('Setup code'), '000000')
    for (const [label, text] of [['Organisation', 'Riverside'], ['Your name', 'Kit'], ['Your e-mail address', 'kit@riverside.example'], ['Password', 'three good words']] as const) {
      await user.type(screen.getByLabelText(label), text)
    }
    await user.click(screen.getByRole('button', { name: 'Set up' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('This is not the setup code.')
  })

  it('comes back here when the session has run out', async () => {
    const { router } = renderApp('/history', { answer: ({ url }) => (url.pathname === '/api/calls' ? problem(401, 'signedOut') : undefined) })
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible()
    expect(router.state.location.search).toBe('?to=%2Fhistory')
  })
})

describe('ownPath', () => {
  it('stays within this client', () => {
    expect(ownPath('/calls/1?x=2')).toBe('/calls/1?x=2')
    for (const elsewhere of [null, '', '//evil.example', '/\\evil.example', 'https://evil.example', 'calls']) expect(ownPath(elsewhere)).toBe('/')
  })
})
