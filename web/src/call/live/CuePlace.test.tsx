import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Cue } from '@/realtime/session/callView'
import type { LiveCall } from '@/realtime/session/LiveCall'
import { CuePlace } from './CuePlace'

const call = { nowMs: 1000 } as LiveCall
const cue: Cue = { seq: 7, atMs: 1000, kind: 'suggestion', category: 'empathy', code: 'missedFeeling', text: 'She is worried. Answer that first.', reason: 'I am so worried', utterance: 3 }

describe('CuePlace', () => {
  it('gives the reason on hover and on keyboard focus', async () => {
    render(<CuePlace call={call} cues={[cue]} />)
    const card = await screen.findByRole('button', { name: /She is worried/ })
    expect(card).not.toHaveTextContent('I am so worried')
    await userEvent.hover(card)
    expect(card).toHaveTextContent('I am so worried')
    await userEvent.unhover(card)
    expect(card).not.toHaveTextContent('I am so worried')
    act(() => card.focus())
    expect(card).toHaveTextContent('I am so worried')
  })

  it('shows no cue in quiet mode, and says so', () => {
    render(<CuePlace call={call} cues={[cue]} quiet />)
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
    expect(screen.getByRole('status')).toHaveTextContent('Quiet mode: cues wait for the debrief.')
  })
})
