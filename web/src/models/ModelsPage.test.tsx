import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ModelStanding } from '@/api/types'
import { modelList, models, standing } from '@/testing/modelData'
import { sessionInfo } from '@/testing/mockApi'
import { problem, renderApp } from '@/testing/renderApp'

const tiny = 'whisper-tiny.en'
const row = async (name: string) => within(await screen.findByRole('listitem', { name }))
const render = (standings: Record<string, ModelStanding> = {}) =>
  renderApp('/models', { answer: ({ url }) => (url.pathname === '/api/models' ? { status: 200, json: modelList(standings) } : undefined) })

describe('ModelsPage', () => {
  it('says what the machine is and what to take, the recommended first', async () => {
    render()
    expect(await screen.findByText('Recommended for this machine: whisper-tiny.en (hearing you) and llama-3.2-1b (finding the patient’s words).')).toBeVisible()
    expect(screen.getByText(/^2 cores, 7\.8 GiB of memory, of which 2\.3 GiB were free/)).toBeVisible()
    expect(screen.getByText(/3 of 4 models fit\. None is installed yet\./)).toBeVisible()
    expect(within(screen.getByRole('region', { name: 'Hearing you' })).getAllByRole('listitem')[0]).toHaveAccessibleName(tiny)
    expect((await row('llama-3.2-3b')).getByText('does not fit')).toBeVisible()
  })

  it('fetches a model, and gives way to a pause', async () => {
    let now = standing('missing')
    const { user, requests } = renderApp('/models', {
      answer: ({ method, url }) => {
        if (url.pathname === '/api/models') return { status: 200, json: modelList({ [tiny]: now }) }
        if (method === 'POST') now = standing('fetching', { bytes: 38_852_357, bytesPerSecond: 2_000_000, secondsLeft: 20 })
        if (method === 'DELETE') now = standing('partial', { bytes: 38_852_357, removable: true })
        return url.pathname.startsWith('/api/models') ? { status: 202, json: now } : undefined
      },
    })
    const button = (await row(tiny)).getByRole('button', { name: `Fetch 78 MB: ${tiny}` })
    await user.click(button)
    expect(await screen.findByText('39 MB of 78 MB, 2 MB a second, about 20 s left.')).toBeVisible()
    expect(screen.getByRole('progressbar', { name: `How much of ${tiny} there is` })).toHaveAttribute('aria-valuenow', '50')
    expect(requests.find((request) => request.method === 'POST')?.body).toEqual({ acceptLicence: false })
    expect(button).toHaveFocus()
    await user.click(screen.getByRole('button', { name: `Pause: ${tiny}` }))
    expect(await screen.findByText('39 MB of 78 MB are here. Fetching goes on from there.')).toBeVisible()
    expect(screen.getByRole('button', { name: `Go on fetching: ${tiny}` })).toHaveFocus()
  })

  it('asks for a licence before anything is fetched', async () => {
    const { user, requests } = render()
    await user.click((await row('llama-3.2-1b')).getByRole('button', { name: 'Fetch 808 MB: llama-3.2-1b' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Before llama-3.2-1b is fetched' }))
    expect(dialog.getByText(/acceptable use policy/)).toBeInTheDocument()
    expect(dialog.getByRole('button', { name: 'Agree and fetch' })).toBeDisabled()
    expect(requests.some((request) => request.method === 'POST')).toBe(false)
    await user.click(dialog.getByRole('checkbox'))
    await user.click(dialog.getByRole('button', { name: 'Agree and fetch' }))
    expect(requests.find((request) => request.method === 'POST')).toMatchObject({ body: { acceptLicence: true }, url: { pathname: '/api/models/llama-3.2-1b/fetch' } })
  })

  it('says why a fetch failed, and how to bring the file by hand', async () => {
    render({ [tiny]: standing('failed', { bytes: 1_000_000, code: 'noNetwork', says: 'models.example cannot be reached. Look at the network.', removable: true }) })
    const failed = await row(tiny)
    expect(failed.getByRole('alert')).toHaveTextContent('models.example cannot be reached.')
    expect(failed.getByRole('link', { name: 'How to bring the file by hand' })).toHaveAttribute('href', '#by-hand')
    expect(failed.getByRole('button', { name: `Try again: ${tiny}` })).toBeVisible()
    const byHand = within(screen.getByRole('region', { name: /by hand/ }))
    expect(byHand.getByText('/srv/practice-room/data/models')).toBeVisible()
    expect(byHand.getByText('REALTIME_MODELS')).toBeVisible()
    expect(byHand.getByRole('link', { name: 'https://models.example/ggml-tiny.en.bin' })).toBeVisible()
  })

  it('asks before it removes', async () => {
    const { user, requests } = render({ [tiny]: standing('installed', { bytes: 77_704_715, removable: true }) })
    await user.click((await row(tiny)).getByRole('button', { name: `Remove: ${tiny}` }))
    const dialog = within(await screen.findByRole('dialog', { name: `Remove ${tiny}?` }))
    expect(requests.some((request) => request.method === 'DELETE')).toBe(false)
    await user.click(dialog.getByRole('button', { name: 'Remove' }))
    expect(requests.find((request) => request.method === 'DELETE')?.url.pathname).toBe(`/api/models/${tiny}`)
  })

  it('says so when all that is recommended is there', async () => {
    render(Object.fromEntries(models.map((model) => [model.name, standing('installed', { bytes: model.bytes })])))
    expect(await screen.findByText('All that is recommended for this machine is installed.')).toBeVisible()
    expect(screen.queryByRole('button', { name: /Remove/ })).toBeNull()
  })

  it('says what the server refuses', async () => {
    const { user } = renderApp('/models', { answer: ({ method }) => (method === 'POST' ? problem(409, 'busy', { detail: 'It is being removed just now. Wait, then try again.' }) : undefined) })
    await user.click((await row(tiny)).getByRole('button', { name: `Fetch 78 MB: ${tiny}` }))
    expect(await screen.findByRole('alert')).toHaveTextContent('It is being removed just now.')
  })

  it('is for administrators', async () => {
    const { requests } = renderApp('/models', {
      answer: ({ url }) => (url.pathname === '/api/session' ? { status: 200, json: sessionInfo({ id: 't', displayName: 'Maya', email: 'maya@demo.local', tenantName: 'Riverside', roles: ['trainee'] }) } : undefined),
    })
    expect(await screen.findByText('Only an administrator may see this page.')).toBeVisible()
    expect(requests.some((request) => request.url.pathname === '/api/models')).toBe(false)
  })
})
