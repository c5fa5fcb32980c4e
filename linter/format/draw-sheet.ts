import type pc from 'picocolors'
import {contains, formatColumn, parseRange} from '../../shared/workbook/address.js'
import type {Sheet} from '../../shared/workbook/workbook.js'
import {measureWidth, padTo, showControls, wrapText} from './terminal-text.js'

/** Draws a small sheet as a table of text; marked cells stand out and carry an arrow. */
export function drawSheet(
  sheet: Sheet,
  marked: string[],
  width: number,
  colors: ReturnType<typeof pc.createColors>
): string[] {
  const ranges = marked.flatMap((range) => parseRange(range) ?? [])
  const isMarked = (row: number, column: number): boolean =>
    ranges.some((range) => contains(range, row, column))
  const lastRow = Math.max(0, ...sheet.cells.map(({row}) => row))
  const lastColumn = Math.max(1, ...sheet.cells.map(({column}) => column))
  const textAt = (row: number, column: number): string => {
    const cell = sheet.cells.find((candidate) => candidate.row === row && candidate.column === column)
    return (isMarked(row, column) ? '▶' : '') + (cell ? showControls(cell.text) : '')
  }
  const natural = Array.from({length: lastColumn}, (_, index) => {
    let widest = 2
    for (let row = 1; row <= lastRow; row++) {
      // A title alone in its row runs over the whole table and sets no width.
      if (index === 0 && sheet.cells.filter((cell) => cell.row === row).length === 1) continue
      widest = Math.max(widest, measureWidth(textAt(row, index + 1)))
    }
    return widest
  })
  const room = width - 4 - lastColumn * 3
  const widths = shrink(natural, room)
  const lines = [`   │ ${widths.map((size, index) => padTo(formatColumn(index + 1), size)).join(' │ ')}`]
  for (let row = 1; row <= lastRow; row++) {
    const cells = sheet.cells.filter((cell) => cell.row === row)
    const [only] = cells
    if (
      cells.length === 1 &&
      only?.column === 1 &&
      !sheet.merges.some((merge) => merge.top < row && merge.bottom >= row)
    ) {
      const text = textAt(row, 1)
      lines.push(
        ...wrapText(text, width - 6).map(
          (line, index) =>
            `${index === 0 ? String(row).padStart(2) : '  '} │ ${isMarked(row, 1) ? colors.red(line) : line}`
        )
      )
      continue
    }
    const wrapped = widths.map((size, index) => wrapText(textAt(row, index + 1), size))
    const height = Math.max(...wrapped.map((parts) => parts.length))
    for (let line = 0; line < height; line++) {
      const drawn = wrapped.map((parts, index) => {
        const text = padTo(parts[line] ?? '', widths[index] ?? 2)
        return isMarked(row, index + 1) ? colors.red(text) : text
      })
      lines.push(`${line === 0 ? String(row).padStart(2) : '  '} │ ${drawn.join(' │ ')}`.trimEnd())
    }
  }
  return lines
}

/** Takes width from the widest columns until the table fits. */
function shrink(natural: number[], room: number): number[] {
  const widths = [...natural]
  while (widths.reduce((sum, size) => sum + size, 0) > room) {
    const widest = widths.indexOf(Math.max(...widths))
    if ((widths[widest] ?? 0) <= 6) break
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}
