import {contains, formatColumn, parseRange} from '../../shared/workbook/address.js'
import type {Range, Sheet} from '../../shared/workbook/workbook.js'
import {escapeMarkdown, table, type Say} from './markdown.js'

/** A sheet as a markdown table with its row numbers and column letters; marked cells are bold and carry a ❌. */
export function drawSheetTable(sheet: Sheet, marked: string[], t: Say): string {
  const ranges = marked.flatMap((range) => parseRange(range) ?? [])
  const lastRow = Math.max(1, ...sheet.cells.map(({row}) => row), ...ranges.map(({bottom}) => bottom))
  const lastColumn = Math.max(1, ...sheet.cells.map(({column}) => column), ...ranges.map(({right}) => right))
  const columns = Array.from({length: lastColumn}, (_, index) => index + 1)
  const rows = Array.from({length: lastRow}, (_, index) => {
    const row = index + 1
    return [
      String(row),
      ...columns.map((column) => {
        const text = sheet.cells.find((cell) => cell.row === row && cell.column === column)?.text ?? ''
        return ranges.some((range) => isMarked(range, sheet, row, column))
          ? `**${escapeMarkdown(text) || t('（空）', '(empty)')}** ❌`
          : escapeMarkdown(text)
      })
    ]
  })
  return table([' ', ...columns.map(formatColumn)], rows)
}

/** Of a range of several cells those with text are marked, and the first one when all are empty. */
function isMarked(range: Range, sheet: Sheet, row: number, column: number): boolean {
  if (!contains(range, row, column)) return false
  const filled = sheet.cells.filter((cell) => contains(range, cell.row, cell.column))
  return filled.length === 0
    ? row === range.top && column === range.left
    : filled.some((cell) => cell.row === row && cell.column === column)
}
