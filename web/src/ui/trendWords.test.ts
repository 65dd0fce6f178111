import { expect, it } from 'vitest'
import { describeDrivers } from './trendWords'

it('names what drives a trend, with points a call', () => {
  expect(
    describeDrivers([
      { driver: 'feelings', change: 12 },
      { driver: 'offeredCare', change: 4 },
    ]),
  ).toBe('Driven by answering feelings (+12) and care that nobody asked for (+4).')
  expect(describeDrivers([{ driver: 'interruptions', change: -9 }])).toBe('Driven by interruptions (−9).')
})
