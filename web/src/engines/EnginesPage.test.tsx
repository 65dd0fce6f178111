import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { engines, sessionInfo } from '@/testing/mockApi'
import { problem, renderApp, type Request } from '@/testing/renderApp'

const trainee = ({ url }: Request) =>
  url.pathname === '/api/session'
    ? { status: 200, json: sessionInfo({ id: 't', displayName: 'Maya', email: 'maya@demo.local', tenantName: 'Riverside', roles: ['trainee'] }) }
    : undefined
const voice = async () => within(await screen.findByRole('region', { name: 'The patient’s voice' }))

describe('EnginesPage', () => {
  it('shows a trainee what runs, what was passed over and what failed lately, without controls', async () => {
    renderApp('/engines', { answer: trainee })
    const patientWords = within(await screen.findByRole('region', { name: 'Finding the patient’s words' }))
    expect(patientWords.getByText('authored')).toBeVisible()
    expect(patientWords.getByText('llama')).toBeVisible()
    expect(patientWords.getByText('Failed within the last minute: it ran out of memory')).toBeVisible()
    expect(within(screen.getByRole('main')).queryByRole('button')).toBeNull()
    expect(screen.queryByRole('link', { name: /which models fit/ })).toBeNull()
  })

  it('offers the best, each engine and none, each with what it means', async () => {
    renderApp('/engines')
    const rows = within((await voice()).getByRole('region', { name: /^Choose/ })).getAllByRole('listitem')
    expect(rows.map((row) => within(row).getByRole('button', { name: /Choose|Chosen/ }).getAttribute('aria-pressed'))).toEqual(['true', 'false', 'false'])
    expect(rows[1]).toHaveTextContent('The patient answers with a voice made on this machine. Until it can run, the next best does it.')
    expect(screen.getByRole('button', { name: 'Choose: None, for The patient’s voice' })).toHaveAccessibleDescription(/own voice/)
    expect(screen.queryByRole('button', { name: 'Choose: None, for Finding the patient’s words' })).toBeNull()
    expect(screen.queryByRole('region', { name: 'Choose: Keeping the calls' })).toBeNull()
  })

  it('applies a choice at once and says so, by keyboard alone', async () => {
    let wanted = 'auto'
    const { user, requests } = renderApp('/engines', {
      answer: ({ method, url, body }) => {
        if (method === 'PUT') wanted = (body as { engine: string }).engine
        const changed = engines.map((one) => (one.role === 'voice' ? { ...one, wanted } : one))
        if (url.pathname === '/api/engines') return { status: 200, json: changed }
        return method === 'PUT' ? { status: 200, json: changed.find((one) => one.role === 'voice') } : undefined
      },
    })
    const button = await screen.findByRole('button', { name: 'Choose: None, for The patient’s voice' })
    button.focus()
    await user.keyboard('{Enter}')
    expect(await screen.findByText(/^Saved: None\. The next call uses it/)).toBeVisible()
    expect(requests.find((request) => request.method === 'PUT')).toMatchObject({ body: { engine: 'none' }, url: { pathname: '/api/engines/voice' } })
    expect(button).toHaveAttribute('aria-pressed', 'true')
    expect(button).toHaveFocus()
  })

  it('says when a choice could not be kept, and that nothing has changed', async () => {
    const { user } = renderApp('/engines', { answer: ({ method }) => (method === 'PUT' ? problem(507, 'notStored', { detail: 'The choice could not be kept: the disk is full.' }) : undefined) })
    const button = await screen.findByRole('button', { name: 'Choose: None, for The patient’s voice' })
    await user.click(button)
    expect(await screen.findByRole('alert')).toHaveTextContent('the disk is full')
    expect(screen.getByText('Nothing has changed.')).toBeVisible()
    expect(button).toHaveAttribute('aria-pressed', 'false')
  })

  it('shows what a recogniser understood, and how long it took', async () => {
    const tried = { engine: 'pocketsphinx', firstMs: 1200, totalMs: 60, audioMs: 4300, text: 'how may i help you today', wavBase64: null }
    const { user } = renderApp('/engines', { answer: ({ method }) => (method === 'POST' ? { status: 200, json: tried } : undefined) })
    await user.click(await screen.findByRole('button', { name: 'Try it: pocketsphinx, for Hearing you' }))
    expect(await screen.findByText(/understood: “how may i help you today”/)).toBeVisible()
    expect(screen.getByText('First words after 1.2 seconds of listening; all of them less than a tenth of a second after the end of 4.3 seconds of speech.')).toBeVisible()
  })

  it('plays a voice', async () => {
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:sample', revokeObjectURL: () => {} }))
    const tried = { engine: 'flite', firstMs: 30, totalMs: 250, audioMs: 4000, text: 'Thank you for calling.', wavBase64: btoa('RIFF') }
    const { user, requests } = renderApp('/engines', {
      answer: ({ method, url }) => {
        if (url.pathname === '/api/engines') return { status: 200, json: engines.map((one) => (one.role === 'voice' ? { ...one, running: 'flite', engines: [{ name: 'flite', available: true, reason: 'Here.', failure: null, meaning: 'It speaks.' }] } : one)) }
        return method === 'POST' ? { status: 200, json: tried } : undefined
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Try it: flite, for The patient’s voice' }))
    expect(await screen.findByLabelText('What flite sounds like')).toHaveAttribute('src', 'blob:sample')
    expect(screen.getByText('First sound after less than a tenth of a second; all 4 seconds of speech made in 0.3 seconds.')).toBeVisible()
    expect(requests.find((request) => request.method === 'POST')?.url.pathname).toBe('/api/engines/voice/flite/try')
  })

  it('says why a trial failed, and lets it be tried again', async () => {
    const { user } = renderApp('/engines', { answer: ({ method }) => (method === 'POST' ? problem(502, 'engineFailed', { detail: 'llama failed: no answer within 30 seconds.' }) : undefined) })
    await user.click(await screen.findByRole('button', { name: 'Try it: llama, for Finding the patient’s words' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('no answer within 30 seconds')
    expect(screen.getByRole('button', { name: 'Try it again: llama, for Finding the patient’s words' })).toBeVisible()
  })
})
