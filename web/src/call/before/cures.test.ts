import { describe, expect, it } from 'vitest'
import type { RefusalKind } from '@/realtime/capture/refusal'
import { browserKind, cureFor } from './cures'

const agents = {
  chrome: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  safari: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
}

it.each(Object.entries(agents))('knows %s by its user agent', (kind, agent) => {
  expect(browserKind(agent)).toBe(kind)
})

describe('the cure', () => {
  const kinds: RefusalKind[] = ['denied', 'dismissed', 'deniedBySystem', 'none', 'busy', 'insecure', 'unsupported', 'unknown']

  it.each(kinds)('for %s says what happened and what to do', (kind) => {
    const { title, steps } = cureFor(kind, 'chrome', 'practice.example')
    expect(title).toMatch(/\.$/)
    expect(steps.length).toBeGreaterThan(0)
  })

  it('for a refusal is the browser’s own', () => {
    expect(cureFor('denied', 'firefox', '').steps).not.toEqual(cureFor('denied', 'chrome', '').steps)
  })

  it('for a page without https names the address to use', () => {
    expect(cureFor('insecure', 'chrome', '10.0.0.5:5080/scenarios/x').steps[0]).toContain('https://10.0.0.5:5080/scenarios/x')
  })
})
