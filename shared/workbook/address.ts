import type {Range} from './workbook.js'

/** `1` → `A`, `28` → `AB`; the column number is 1-based. */
export function formatColumn(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** `AB` → `28`. */
export function parseColumn(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

/** Row 12, column 5 → `E12`. */
export function formatAddress(row: number, column: number): string {
  return formatColumn(column) + String(row)
}

/** A range as `E12` or `B2:F9`. */
export function formatRange({top, left, bottom, right}: Range): string {
  const start = formatAddress(top, left)
  return top === bottom && left === right ? start : `${start}:${formatAddress(bottom, right)}`
}

/** `E12`, `$B$2:F9` → range; `undefined` when the text is no A1 address. */
export function parseRange(text: string): Range | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6}))?$/.exec(
    text.trim()
  )
  if (!match) return undefined
  const [, left = '', top = '', right = left, bottom = top] = match
  const [firstColumn, lastColumn, firstRow, lastRow] = [
    parseColumn(left),
    parseColumn(right),
    Number(top),
    Number(bottom)
  ]
  return {
    top: Math.min(firstRow, lastRow),
    left: Math.min(firstColumn, lastColumn),
    bottom: Math.max(firstRow, lastRow),
    right: Math.max(firstColumn, lastColumn)
  }
}

/** Whether the cell lies in the range. */
export function contains(range: Range, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right
}
