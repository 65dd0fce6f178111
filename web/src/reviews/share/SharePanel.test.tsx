import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { Judgement, ReviewShare, ShareReview } from '@/api/types'
import type { Answer } from '@/testing/mockApi'
import { renderApp, type Request } from '@/testing/renderApp'
import { recording } from '../testing/reviewData'

// Draws on a canvas, which is not there in tests.
vi.mock('wavesurfer.js', () => ({ default: { create: () => ({ destroy: () => undefined }) } }))

const judgement: Judgement = {
  scores: [{ category: 'tone', score: 60, reason: 'Too quick.' }],
  comments: [
    { line: null, atMs: 4_000, kind: 'strength', text: 'You let them finish.' },
    { line: null, atMs: 9_000, kind: 'comment', text: 'For coaches only.' },
  ],
}

interface Setting {
  handedIn?: boolean
  share?: ReviewShare | null
  staffId?: string | null
}

/** A server with a recording that is ready, and what is shared of it. */
function server({ handedIn = true, share = null, staffId = 'p3' }: Setting) {
  let kept = share
  const review = recording({ id: 'r1', staffId, staffName: staffId && 'Sam Rivera' })
  return ({ method, url, body }: Request): Answer | undefined => {
    const [, , area, id, part] = url.pathname.split('/')
    if (area !== 'reviews') return undefined
    if (id === 'staff') return { status: 200, json: [{ id: 'p3', displayName: 'Sam Rivera' }] }
    if (id === 'audit' || part === 'practices') return { status: 200, json: [] }
    if (part === 'judgements') return { status: 200, json: { mine: { coachName: 'Priya Nair', handedInAt: handedIn ? '2026-11-20T10:00:00Z' : null, judgement }, others: [], othersHandedIn: 0 } }
    if (part === 'outline') return { status: 200, json: { durationMs: 30_000, channels: [[0, 255]] } }
    if (part === 'reading') return { status: 200, json: { review, revealed: false, lines: [], marks: [], debrief: null } }
    if (part === 'answers') return { status: 200, json: { answers: [], hidden: 0 } }
    if (id === 'actions') return { status: 200, json: [] }
    if (part !== 'share') return undefined
    if (method === 'DELETE') {
      kept = null
      return { status: 204 }
    }
    if (method === 'PUT') {
      const { note } = body as ShareReview
      kept = { staffId: 'p3', staffName: 'Sam Rivera', sharedBy: 'Priya Nair', sharedAt: '2026-11-21T10:00:00Z', seenAt: null, mine: true, words: { note, scores: [], comments: [] } }
    }
    return { status: 200, json: { share: kept } }
  }
}

const open = (setting: Setting = {}) => renderApp('/reviews/r1', { answer: server(setting) })

describe('SharePanel', () => {
  it('shares the call with what the coach ticks, and says whether it was looked at', async () => {
    const { user, requests } = open()
    const panel = await screen.findByRole('region', { name: 'Share it' })
    await user.type(within(panel).getByRole('textbox', { name: 'A word to them' }), 'Hear the end.')
    await user.click(within(panel).getByRole('checkbox', { name: '0:09 For coaches only.' }))
    await user.click(within(panel).getByRole('button', { name: 'Share it' }))
    const shared = await screen.findByRole('region', { name: 'Shared with Sam Rivera' })
    expect(shared).toHaveTextContent('Not looked at yet.')
    expect(shared).toHaveTextContent('Hear the end.')
    expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual({ staffId: 'p3', note: 'Hear the end.', scores: true, comments: [0] })
  })

  it('lets nothing of a judgement go along that was not handed in', async () => {
    const { user, requests } = open({ handedIn: false, staffId: null })
    const panel = await screen.findByRole('region', { name: 'Share it' })
    expect(panel).toHaveTextContent('once you have handed in your judgement')
    expect(within(panel).queryByRole('checkbox')).not.toBeInTheDocument()
    expect(within(panel).getByRole('button', { name: 'Share it' })).toBeDisabled()
    await user.click(within(panel).getByRole('combobox', { name: 'Who took the call' }))
    await user.click(await screen.findByRole('option', { name: 'Sam Rivera' }))
    await user.click(within(panel).getByRole('button', { name: 'Share it' }))
    await screen.findByRole('region', { name: 'Shared with Sam Rivera' })
    expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual({ staffId: 'p3', note: '', scores: false, comments: [] })
  })

  it('asks before it is taken back', async () => {
    const { user, requests } = open({ share: { staffId: 'p3', staffName: 'Sam Rivera', sharedBy: 'Noor Haddad', sharedAt: '2026-11-20T10:00:00Z', seenAt: '2026-11-20T11:00:00Z', mine: false, words: null } })
    const panel = await screen.findByRole('region', { name: 'Shared with Sam Rivera' })
    expect(panel).toHaveTextContent('What goes along is shown when you have handed in your own judgement')
    expect(within(panel).queryByRole('button', { name: 'Change what goes along' })).not.toBeInTheDocument()
    await user.click(within(panel).getByRole('button', { name: 'Take it back' }))
    expect(requests.some(({ method }) => method === 'DELETE')).toBe(false)
    await user.click(within(panel).getByRole('button', { name: 'Take it back from Sam Rivera' }))
    expect(await screen.findByRole('region', { name: 'Share it' })).toBeVisible()
  })
})
