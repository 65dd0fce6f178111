import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useShortcuts } from './useShortcuts'

const mute = vi.fn()
const help = vi.fn()

function Page() {
  useShortcuts({ ' ': mute, '?': help, h: help })
  return (
    <>
      <input aria-label="Line" />
      <button type="button">Press</button>
      <div role="dialog">
        <button type="button">Close</button>
      </div>
    </>
  )
}

beforeEach(() => {
  mute.mockClear()
  help.mockClear()
  render(<Page />)
})
afterEach(cleanup)

it('act anywhere on the page', async () => {
  await userEvent.keyboard(' ?H')
  expect(mute).toHaveBeenCalledOnce()
  expect(help).toHaveBeenCalledTimes(2)
})

it('stay out of the way while typing', async () => {
  await userEvent.type(screen.getByLabelText('Line'), 'oh ?')
  expect(mute).not.toHaveBeenCalled()
  expect(help).not.toHaveBeenCalled()
  expect(screen.getByLabelText<HTMLInputElement>('Line').value).toBe('oh ?')
})

it('leave space to the button that has the focus, and other keys to the page', async () => {
  screen.getByText('Press').focus()
  await userEvent.keyboard(' h')
  expect(mute).not.toHaveBeenCalled()
  expect(help).toHaveBeenCalledOnce()
})

it('do nothing while a dialog has the focus', async () => {
  screen.getByText('Close').focus()
  await userEvent.keyboard('h?')
  expect(help).not.toHaveBeenCalled()
})

it('leave the browser its own keys', async () => {
  await userEvent.keyboard('{Control>}h{/Control}')
  expect(help).not.toHaveBeenCalled()
})
