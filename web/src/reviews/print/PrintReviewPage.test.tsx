import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { calls } from '@/testing/callData'
import { debriefOf } from '@/testing/debriefData'
import type { Answer } from '@/testing/mockApi'
import { renderApp, type Request } from '@/testing/renderApp'
import { recording } from '../testing/reviewData'

const review = recording({ notes: ['The recording is clipped.'] })
const exported = {
  exportedAt: '2026-11-21T10:00:00Z',
  exportedBy: 'Priya Nair',
  reading: {
    review,
    revealed: false,
    lines: [
      { number: 1, speaker: 'staff', startMs: 1_000, endMs: 3_000, text: 'may i have your name', confidence: 0.8, words: [], corrected: false },
      { number: 2, speaker: 'caller', startMs: 4_000, endMs: 8_000, text: 'it is [name]', confidence: 0.8, words: [], corrected: false },
    ],
    marks: [{ kind: 'identityChecked', startMs: 1_000, endMs: 3_000, line: 1, text: 'Asked who is calling.', better: null }],
    debrief: debriefOf(calls.find((call) => call.status === 'ended' && call.overall !== null)?.id ?? ''),
  },
  judgements: {
    mine: { coachName: 'Priya Nair', handedInAt: '2026-11-21T10:00:00Z', judgement: { scores: [{ category: 'tone', score: 60, reason: 'Too quick.' }], comments: [{ line: null, atMs: 4_000, kind: 'strength', text: 'Waited.' }] } },
    others: [],
    othersHandedIn: 0,
  },
}

const server = ({ url }: Request): Answer | undefined => (url.pathname === `/api/reviews/${review.id}/export` ? { status: 200, json: exported } : undefined)

describe('PrintReviewPage', () => {
  it('holds the scores, the judgements, the moments and what was said, and prints them', async () => {
    const print = vi.fn()
    vi.stubGlobal('print', print)
    const { user } = renderApp(`/reviews/${review.id}/print`, { answer: server })
    expect(await screen.findByRole('heading', { level: 1, name: 'monday.wav' })).toBeVisible()
    expect(screen.getByText(/Printed by Priya Nair/)).toBeVisible()
    expect(screen.getByText('The recording is clipped.')).toBeVisible()
    expect(screen.getByText(/Too quick\./)).toBeVisible()
    const said = screen.getAllByRole('table').at(-1) as HTMLElement
    expect(within(said).getByRole('row', { name: '0:04 Caller it is [name]' })).toBeVisible()
    expect(document.title).toBe('Review of monday.wav')

    await user.click(screen.getByRole('button', { name: 'Print or save as PDF' }))
    expect(print).toHaveBeenCalledOnce()
    vi.unstubAllGlobals()
  })
})
