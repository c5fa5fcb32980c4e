import type {Range} from '../../../shared/workbook/workbook.js'

export interface Piece<T> {
  owner: T
  range: Range
}

/**
 * Parts what is to be read into batches of at most `limit` cells: everything that fits goes together, larger ranges
 * are cut between rows.
 */
export function planBatches<T>(ranges: Piece<T>[], limit: number): Piece<T>[][] {
  const batches: Piece<T>[][] = []
  let current: Piece<T>[] = []
  let room = limit
  const flush = (): void => {
    if (current.length > 0) batches.push(current)
    current = []
    room = limit
  }
  for (const {owner, range} of ranges) {
    const width = range.right - range.left + 1
    let top = range.top
    while (top <= range.bottom) {
      const fitting = Math.floor(room / width)
      // A single row wider than the limit goes alone.
      if (fitting < 1 && current.length > 0) {
        flush()
        continue
      }
      const bottom = Math.min(range.bottom, top + Math.max(1, fitting) - 1)
      current.push({owner, range: {...range, top, bottom}})
      room -= (bottom - top + 1) * width
      top = bottom + 1
      if (top <= range.bottom) flush()
    }
  }
  flush()
  return batches
}

/** How many cells a range has. */
export function cellCount({top, left, bottom, right}: Range): number {
  return (bottom - top + 1) * (right - left + 1)
}
