import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '@/testing/renderApp'
import { invitationLink } from './InvitationLink'

const person = { id: 'p3', displayName: 'Sam Rivera', email: 'sam@riverside.example', roles: [], invited: true }

describe('PeoplePage', () => {
  it('invites somebody and shows the link once', async () => {
    const { user, requests } = renderApp('/people')
    await user.type(await screen.findByLabelText('Name'), 'Ada Moss')
    await user.type(screen.getByLabelText('E-mail address'), ' ada@riverside.example')
    await user.click(screen.getByRole('checkbox', { name: 'Coach' }))
    await user.click(screen.getByRole('button', { name: 'Invite' }))
    expect(await screen.findByText('Give this link to Ada Moss.')).toBeVisible()
    expect(requests.find((request) => request.method === 'POST')?.body).toEqual({ displayName: 'Ada Moss', email: 'ada@riverside.example', roles: ['trainee', 'coach'] })
  })
})

describe('InvitationPage', () => {
  const path = new URL(invitationLink({ person, token: 'good+token/=' }))

  it('lets the invited person choose a password and come in', async () => {
    const { user, requests } = renderApp(path.pathname + path.hash, { signedIn: false })
    await user.type(await screen.findByLabelText('Password'), 'three good words')
    await user.click(screen.getByRole('button', { name: 'Come in' }))
    expect(await screen.findByRole('heading', { name: /Who will you talk to next/ })).toBeVisible()
    expect(requests.find((request) => request.method === 'POST')?.body).toEqual({ personId: 'p3', token: 'good+token/=', password: 'three good words' })
  })

  it('says what to do when the invitation is over', async () => {
    const { user } = renderApp('/invitation#person=p3&token=used', { signedIn: false })
    await user.type(await screen.findByLabelText('Password'), 'three good words')
    await user.click(screen.getByRole('button', { name: 'Come in' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Ask your administrator for a new one.')
  })

  it('says so when the link was cut', async () => {
    renderApp('/invitation#person=p3', { signedIn: false })
    expect(await screen.findByRole('alert')).toHaveTextContent('This invitation is not complete.')
  })
})
