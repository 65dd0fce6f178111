import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { interruptedCallId, judgedCallId, shortCallId } from '@/testing/callData'
import { makeMockApi } from '@/testing/mockApi'
import { problem, renderApp } from '@/testing/renderApp'

const audio = (container: HTMLElement) => {
  const element = container.querySelector('audio')
  if (!element) throw new Error('There is no audio element.')
  return element
}

describe('DebriefPage', () => {
  it('shows the outcome first, then two strengths and the one thing to change', async () => {
    renderApp(`/calls/${judgedCallId}`)
    const outcome = await screen.findByRole('heading', { name: 'Partly reached' })
    const strengths = screen.getByRole('region', { name: 'What went well' })
    const change = screen.getByRole('region', { name: 'The one thing to change' })
    expect(outcome.compareDocumentPosition(strengths)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(within(strengths).getAllByRole('listitem').length).toBeGreaterThanOrEqual(2)
    expect(change).toHaveTextContent('you need not pay until it is put right')
  })

  it('goes from evidence to the line in the transcript, plays it, and leads back', async () => {
    const play = vi.spyOn(HTMLMediaElement.prototype, 'play')
    const { container, user } = renderApp(`/calls/${judgedCallId}`)
    const moment = await screen.findByRole('button', { name: 'Play the moment, 0:52' })
    await user.click(moment)
    expect(play).toHaveBeenCalledOnce()
    expect(audio(container).currentTime).toBeCloseTo(52.6)
    expect(document.activeElement).toHaveAttribute('id', 'line-8')
    expect(document.activeElement).toHaveAttribute('aria-current', 'true')
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(moment).toHaveFocus()
  })

  it('shows the moments that counted, in the order of the call, and leads to each', async () => {
    renderApp(`/calls/${judgedCallId}`)
    const moments = within(await screen.findByRole('region', { name: 'Moments that counted' })).getAllByRole('listitem')
    expect(moments.map((moment) => moment.textContent.slice(0, 6))).toEqual(['Lost 7', 'Won 12', 'Won 10'])
    expect(within(moments[1] as HTMLElement).getByRole('button')).toBeVisible()
  })

  it('holds the call beside its ideal handling', async () => {
    renderApp(`/calls/${judgedCallId}`)
    const ideal = await screen.findByRole('region', { name: 'Beside the ideal handling' })
    expect(ideal).toHaveTextContent('74 % alike')
    expect(within(ideal).getAllByText('An expert says')).toHaveLength(2)
    expect(within(ideal).getAllByText('You said')).toHaveLength(1)
  })

  it('says how the call moved and who led it', async () => {
    renderApp(`/calls/${judgedCallId}`)
    const course = await screen.findByRole('region', { name: 'How the call moved' })
    expect(course).toHaveTextContent('You led the call.')
    expect(course).toHaveTextContent('Greeting28 s, 25 % from 0:04')
    expect(course).toHaveTextContent('Greet and find out who is calling → to Understand the bill')
  })

  it('says what a better sentence would change', async () => {
    renderApp(`/calls/${judgedCallId}`)
    const change = await screen.findByRole('region', { name: 'The one thing to change' })
    expect(change).toHaveTextContent('What it would change: She gets what the call was for')
    expect(screen.getByRole('region', { name: 'Missed chances' })).toHaveTextContent('What it would change: About 6 points of the category.')
  })

  it('gives a tip where a category is opened', async () => {
    const { user } = renderApp(`/calls/${judgedCallId}`)
    await user.click(await screen.findByRole('button', { name: /Problem solving/ }))
    expect(await screen.findByRole('list', { name: 'What to try for problem solving', hidden: true })).toHaveTextContent('Next time: Explain in her words')
  })

  it('describes the voice in words', async () => {
    const { user } = renderApp(`/calls/${judgedCallId}`)
    await user.click(await screen.findByRole('button', { name: /In numbers/ }))
    expect(screen.getByText('You were louder than you began at 1:06. You were much faster than you began at 1:06.')).toBeInTheDocument()
    expect(screen.getByText('68 of 100')).toBeInTheDocument()
  })

  it('plays from the line that is clicked, and can be paused from the player', async () => {
    const pause = vi.spyOn(HTMLMediaElement.prototype, 'pause')
    const { container, user } = renderApp(`/calls/${judgedCallId}`)
    await user.click(await screen.findByRole('button', { name: /Can I take your date of birth/ }))
    expect(audio(container).currentTime).toBeCloseTo(20.7)
    Object.defineProperty(audio(container), 'paused', { value: false })
    await user.click(screen.getByRole('button', { name: 'Pause' }))
    expect(pause).toHaveBeenCalled()
  })

  it('says so when there is no recording, and shows moments in the transcript instead', async () => {
    const { container, user } = renderApp(`/calls/${judgedCallId}`)
    await screen.findByRole('heading', { name: 'Listen again' })
    audio(container).dispatchEvent(new Event('error'))
    expect(await screen.findByText(/There is no recording of this call/)).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Recording' })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Go to the moment, 0:52' }))
    expect(document.activeElement).toHaveAttribute('id', 'line-8')
  })

  it('shows the transcript while the debrief is being written, and the debrief as soon as it is there', async () => {
    let written = false
    renderApp(`/calls/${judgedCallId}`, {
      answer: ({ url }) => (url.pathname.endsWith('/debrief') && !written ? problem(409, 'analysing') : undefined),
    })
    expect(await screen.findByText('Your debrief is being written.')).toBeVisible()
    expect(screen.getByRole('list', { name: 'Transcript' })).toBeVisible()
    written = true
    expect(await screen.findByRole('heading', { name: 'Partly reached' }, { timeout: 5000 })).toBeVisible()
  })

  it('does not judge what is too short', async () => {
    renderApp(`/calls/${shortCallId}`)
    expect(await screen.findByText('This call was too short to judge')).toBeVisible()
    expect(screen.queryByText('The one thing to change')).not.toBeInTheDocument()
  })

  it('offers to continue an interrupted call or to score it as it stands', async () => {
    let scored = false
    const mock = makeMockApi()
    const { user, requests } = renderApp(`/calls/${interruptedCallId}`, {
      answer: ({ method, url }) => {
        if (method === 'POST' && url.pathname.endsWith('/score')) {
          scored = true
          return mock('GET', new URL(`/api/calls/${judgedCallId}/debrief`, url), undefined)
        }
        // Once it is scored it has ended, like the judged call of the test data.
        return scored && url.pathname.endsWith(interruptedCallId) ? mock('GET', new URL(`/api/calls/${judgedCallId}`, url), undefined) : undefined
      },
    })
    expect(await screen.findByRole('link', { name: 'Continue the call' })).toHaveAttribute('href', `/call/${interruptedCallId}`)
    await user.click(screen.getByRole('button', { name: 'Score it as it stands' }))
    expect(await screen.findByRole('heading', { name: 'Partly reached' })).toBeVisible()
    expect(requests.some((request) => request.method === 'POST' && request.url.pathname === `/api/calls/${interruptedCallId}/score`)).toBe(true)
  })

  it('lets a coach teach the patient what was misunderstood', async () => {
    const { user, requests } = renderApp(`/calls/${judgedCallId}`)
    await user.click(await screen.findByRole('button', { name: 'Add a phrasing' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('combobox', { name: 'What the trainee did' }))
    await user.click(await screen.findByRole('option', { name: 'Explained' }))
    await user.click(within(dialog).getByRole('button', { name: 'Add' }))
    expect(await screen.findByText(/Margaret Doyle will understand it/)).toBeInTheDocument()
    const sent = requests.find((request) => request.url.pathname.endsWith('/phrasings'))
    expect(sent?.body).toEqual({ text: 'The lab has used a wrong code, so your insurance refused it.', act: 'explain', topic: null })
  })

  it('offers no phrasing to a trainee', async () => {
    renderApp(`/calls/${judgedCallId}`, {
      answer: ({ url, method }) => {
        if (url.pathname !== '/api/session' || method !== 'GET') return undefined
        const { json } = makeMockApi()('GET', url, undefined) as { json: { user: object } }
        return { status: 200, json: { ...json, user: { ...json.user, roles: ['trainee'] } } }
      },
    })
    await screen.findByRole('heading', { name: 'Partly reached' })
    expect(screen.queryByRole('button', { name: 'Add a phrasing' })).not.toBeInTheDocument()
  })

  it('says that there is no such call, without offering another try', async () => {
    renderApp('/calls/0197a000-0000-7000-8000-999999999999')
    expect(await screen.findByRole('heading', { name: 'There is no such call.' })).toBeVisible()
    await waitFor(() => expect(document.title).toContain('Something went wrong'))
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
  })
})
