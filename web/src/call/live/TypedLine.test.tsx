import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { TypedLine } from './TypedLine'

const draw = (say: (text: string) => Promise<boolean>, disabled = false) =>
  render(
    <MantineProvider env="test">
      <TypedLine say={say} disabled={disabled} main={false} />
    </MantineProvider>,
  )
const line = () => screen.getByLabelText<HTMLInputElement>('Type what you would say')
afterEach(cleanup)

it('says the line and is empty for the next', async () => {
  const say = vi.fn(async () => true)
  draw(say)
  await userEvent.type(line(), '  Good morning. {Enter}')
  expect(say).toHaveBeenCalledExactlyOnceWith('Good morning.')
  expect(line().value).toBe('')
})

it('keeps the words of a line that was not taken', async () => {
  draw(async () => false)
  await userEvent.type(line(), 'Good morning.{Enter}')
  expect(line().value).toBe('Good morning.')
})

it('says nothing while there is no connection, and keeps the words', async () => {
  const say = vi.fn(async () => true)
  draw(say, true)
  await userEvent.type(line(), 'Good morning.{Enter}')
  expect(say).not.toHaveBeenCalled()
  expect(line().value).toBe('Good morning.')
})

it('is left with Escape', async () => {
  draw(async () => true)
  await userEvent.type(line(), 'x{Escape}')
  expect(document.activeElement).not.toBe(line())
})
