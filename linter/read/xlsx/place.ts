import {lastColumn, lastRow} from '../limits.js'

/** Where a cell stands, 1-based. */
export interface Place {
  row: number
  column: number
}

/** Reads an address such as `AB12` at `from` and gives the offset behind it; 0 when there is none inside a sheet. */
export function readPlace(text: string, from: number, place: Place): number {
  let at = from
  let column = 0
  let row = 0
  let digits = 0
  for (; ; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) {
      if (digits++ === 0 && at - from > 3) return 0
      row = row * 10 + code - 48
      continue
    }
    // Bit 32 is what lower-case letters have more.
    const letter = (code & ~32) - 64
    if (digits > 0 || !(letter >= 1 && letter <= 26)) break
    column = column * 26 + letter
  }
  place.row = row
  place.column = column
  return column >= 1 && column <= lastColumn && row >= 1 && row <= lastRow && digits <= 7 ? at : 0
}
