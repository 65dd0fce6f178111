import { MantineProvider } from '@mantine/core'
import { render, screen, within } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { describe, expect, it } from 'vitest'
import type { WallboardRow } from '@/realtime/supervision/contract'
import { boardCall } from '@/testing/wallboardData'
import { CallCard } from './CallCard'

const show = (more: Partial<WallboardRow>) => {
  render(
    <MantineProvider env="test">
      <MemoryRouter>
        <ul>
          <CallCard row={boardCall('c1', more).row} atMs={performance.now()} place={3} of={400} />
        </ul>
      </MemoryRouter>
    </MantineProvider>,
  )
  return within(screen.getByRole('listitem'))
}

describe('a call on the wallboard', () => {
  it('leads into the call, and tells its place among all', () => {
    const card = show({})
    expect(card.getByRole('link', { name: 'Maya Lindqvist' })).toHaveAttribute('href', '/wallboard/c1')
    expect(screen.getByRole('listitem')).toHaveAttribute('aria-posinset', '3')
    expect(card.getByText('1:01')).toBeVisible()
    expect(card.getByText('Trainee speaks')).toBeVisible()
    expect(card.getByRole('img', { name: 'Tone: 40 of 100' })).toBeVisible()
    expect(card.getByText('Cue: Name her worry.')).toBeVisible()
  })

  it('puts the most urgent alert into words, and names the others', () => {
    const card = show({
      phase: 'deadAir',
      alerts: [
        { kind: 'aboutToHangUp', text: 'The patient is about to hang up.', sinceMs: 1 },
        { kind: 'deadAir', text: 'Nobody is speaking.', sinceMs: 2 },
      ],
    })
    expect(card.getByText(/The patient is about to hang up. Also: dead air./)).toBeVisible()
    expect(card.getByText('Cue: Name her worry.')).toBeVisible()
  })

  it('says who is in the call, and that nothing is known yet', () => {
    const card = show({ supervisors: [{ visitId: 'v', name: 'Tom', mode: 'barge' }], tone: [], mood: null, lastCue: null })
    expect(card.getByText(/Tom is speaking in the call/)).toBeVisible()
    expect(card.getByRole('img', { name: 'Tone: nothing yet' })).toBeVisible()
  })
})
