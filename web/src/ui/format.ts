const dateTime = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' })
const dayOnly = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' })
const timeOnly = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit' })

/** "1:54", for a place in a call. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** "2 min 5 s", for how long something took. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 60) return `${seconds} s`
  const rest = seconds % 60
  return rest === 0 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 60)} min ${rest} s`
}

/** "6.6 seconds", in a sentence. */
export function inSeconds(ms: number): string {
  const value = Math.round(ms / 100) / 10
  return value === 1 ? '1 second' : `${value} seconds`
}

/** "today, 2:05 PM", or the date where it is longer ago. */
export function when(iso: string, now: Date = new Date()): string {
  const at = new Date(iso)
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000)
  if (days === 0) return `today, ${timeOnly.format(at)}`
  if (days === 1) return `yesterday, ${timeOnly.format(at)}`
  return dateTime.format(at)
}

export const day = (iso: string): string => dayOnly.format(new Date(iso))

export const percent = (share: number): string => `${Math.round(share * 100)} %`

/** "2.4 MB", "148 MB", "1.12 GB": powers of ten, as disks and download pages count. */
export function fileSize(bytes: number): string {
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)} kB`
  if (bytes < 1e7) return `${Math.round(bytes / 1e5) / 10} MB`
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(2)} GB`
}

/** "500 MiB", "1.7 GiB". */
export const memorySize = (mib: number): string => (mib < 1024 ? `${mib} MiB` : `${(mib / 1024).toFixed(1)} GiB`)

/** count(1, 'call') is "1 call"; count(2, 'call') is "2 calls". */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
