import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ReviewMark } from '@/api/types'
import { MarkList } from './MarkList'

const worry = (text: string): ReviewMark => ({ kind: 'feelingShown', startMs: 4_000, endMs: 8_000, line: 2, text, better: null })
const list = (marks: readonly ReviewMark[]) => <MarkList marks={marks} lines={[]} play={() => undefined} />

describe('MarkList', () => {
  it('keeps the focus on a moment whose words are corrected', () => {
    const { rerender } = render(list([worry('"i am so curried"'), worry('"my bill"')]))
    screen.getByRole('button', { name: /curried/ }).focus()
    rerender(list([worry('"i am so worried"'), worry('"my bill"')]))
    expect(screen.getByRole('button', { name: /worried/ })).toHaveFocus()
  })
})
