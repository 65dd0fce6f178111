/** The day as an address holds it, "2026-11-21", where the reader is. */
export const dayOf = (at: Date) => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`

/** The last seven days, today among them. */
export const weekBefore = (now: Date) => dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 6))

/** The beginning of a day, or of the one after, as the server takes it. */
export function beginningOf(day: string, daysLater = 0): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + daysLater).toISOString()
}

/** Days of the reader's calendar as moments: from the beginning of the first to the end of the last. */
export const wholeDays = <T extends { from?: string | undefined; to?: string | undefined }>(search: T): T => ({
  ...search,
  from: search.from && beginningOf(search.from),
  to: search.to && beginningOf(search.to, 1),
})
