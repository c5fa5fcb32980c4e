import {classifyHeading} from '../vocabulary/headings.js'
import type {Sheet} from '../workbook/workbook.js'
import type {Grid} from './grid.js'

/**
 * Parts a sheet on which forms stand side by side, at columns that are empty from top to bottom between two headings of
 * indicators. Gives nothing for other sheets.
 */
export function partSheet(grid: Grid, sheet: Sheet): Sheet[] | undefined {
  for (const row of grid.rows) {
    const slots = grid.inRow(row)
    if (slots.length < 6) continue
    if (!slots.some(({heads}) => heads)) continue
    const names = slots.filter(
      ({label, heads}) => heads && label.includes('指标') && classifyHeading(label) === 'name'
    )
    if (names.length < 2) continue
    const gaps = findGaps(grid, sheet)
    const cuts = names.slice(1).flatMap((name, index) => {
      const before = names[index]?.range.right ?? 0
      return gaps.find((gap) => gap > before && gap < name.range.left) ?? []
    })
    if (cuts.length > 0) return cut(sheet, cuts)
  }
  return undefined
}

/** Empty columns with something on both sides; a title may run over them. */
function findGaps(grid: Grid, {cells, merges}: Sheet): number[] {
  const occupied = new Set<number>()
  for (const {column, text} of cells) if (text !== '') occupied.add(column)
  for (const {top, left, right} of merges) {
    if (grid.inRow(top).length <= 1) continue
    for (let column = left; column <= right; column++) occupied.add(column)
  }
  const last = Math.max(0, ...occupied)
  return Array.from({length: last}, (_, index) => index + 1).filter((column) => !occupied.has(column))
}

function cut(sheet: Sheet, cuts: number[]): Sheet[] {
  return [...cuts, Infinity].map((right, index) => {
    const left = cuts[index - 1] ?? 0
    return {
      ...sheet,
      cells: sheet.cells.filter(({column}) => column > left && column < right),
      merges: sheet.merges.filter((merge) => merge.left > left && merge.right < right)
    }
  })
}
