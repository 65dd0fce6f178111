import { expect, it } from 'vitest'
import { SilenceWatch } from './SilenceWatch'

const after = (watch: SilenceWatch, frames: number, digitalSilence: boolean) => Array.from({ length: frames }, () => watch.frame(digitalSilence)).at(-1)

it('takes a microphone that never sent anything for switched off after two seconds', () => {
  const watch = new SilenceWatch()
  expect(after(watch, 99, true)).toBe(false)
  expect(watch.frame(true)).toBe(true)
  expect(watch.frame(false)).toBe(false)
})

it('gives one that was heard before eight seconds, because some headsets send nothing between words', () => {
  const watch = new SilenceWatch()
  watch.frame(false)
  expect(after(watch, 399, true)).toBe(false)
  expect(watch.frame(true)).toBe(true)
})
