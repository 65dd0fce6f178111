export interface Grid {
  columns: number
  rowHeight: number
}

export interface Shown {
  /** Index of the first item shown, and of the one after the last. */
  from: number
  to: number
  /** Room kept free above and below, in pixels. */
  before: number
  after: number
}

/** Rows beyond the window, so that scrolling does not meet an empty place. */
const spareRows = 2

/** Which items of a grid are near the window. */
export function shownRows(count: number, { columns, rowHeight }: Grid, scrolledPast: number, windowHeight: number): Shown {
  const rows = Math.ceil(count / columns)
  const first = Math.min(rows, Math.max(0, Math.floor(scrolledPast / rowHeight) - spareRows))
  const last = Math.min(rows, Math.max(first, Math.ceil((scrolledPast + windowHeight) / rowHeight) + spareRows))
  return { from: first * columns, to: Math.min(count, last * columns), before: first * rowHeight, after: (rows - last) * rowHeight }
}
