import type {Cell, Sheet, Workbook} from '../../shared/workbook/workbook.js'
import {formatNumber} from '../../shared/workbook/number-format.js'
import type {CellEdit} from './mutation.js'

/** A copy of the workbook with the cells changed; sheets without an edit are shared. */
export function applyEdits(workbook: Workbook, edits: CellEdit[]): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const own = edits.filter((edit) => edit.sheet === sheet.name)
      return own.length > 0 ? editSheet(sheet, own) : sheet
    })
  }
}

function editSheet(sheet: Sheet, edits: CellEdit[]): Sheet {
  const cells = new Map(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, cell]))
  for (const edit of edits) {
    const key = `${edit.row},${edit.column}`
    const cell = toCell(edit, cells.get(key))
    if (cell) cells.set(key, cell)
    else cells.delete(key)
  }
  return {
    ...sheet,
    cells: [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column)
  }
}

function toCell({row, column, to}: CellEdit, old?: Cell): Cell | undefined {
  if (to === '') return undefined
  if (typeof to === 'string') return {row, column, text: to, value: to}
  const format = old?.format
  return {row, column, text: formatNumber(to, format ?? 'General'), value: to, ...(format && {format})}
}
