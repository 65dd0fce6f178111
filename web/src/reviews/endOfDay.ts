/** The last moment of a day, given as in a date field, in the person's own time; null where no day was given. */
export function endOfDay(date: string): string | null {
  const [year, month, day] = date.split('-').map(Number)
  return year && month && day ? new Date(year, month - 1, day, 23, 59, 59).toISOString() : null
}
