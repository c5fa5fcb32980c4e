import {formatNumber, isDateFormat} from '../../../shared/workbook/number-format.js'
import type {Cell, CellValue} from '../../../shared/workbook/workbook.js'
import {toFileFormat} from './file-formats.js'

/** What a range tells of its cells, row by row; `formulas` holds the constant where there is no formula. */
export interface Block {
  /** 1-based row and column of the first cell. */
  row: number
  column: number
  values: unknown[][]
  formulas: unknown[][]
  formats: unknown[][]
}

const errors = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#BLOCKED!',
  '#FIELD!',
  '#UNKNOWN!',
  '#CONNECT!',
  '#BUSY!'
])

/**
 * The non-empty cells of a block, as reading the saved file would give them. The shown text of numbers is formatted by
 * the same code as for files instead of being loaded: it is the costliest property of a range, and two formatters would
 * be two truths.
 */
export function appendCells(
  {row, column, values, formulas, formats}: Block,
  date1904: boolean,
  cells: Cell[]
): void {
  values.forEach((line, down) => {
    const formulaLine = formulas[down]
    const formatLine = formats[down]
    line.forEach((value, across) => {
      const typed = formulaLine?.[across]
      // A text that merely looks like a formula is its own value.
      const formula =
        typeof typed === 'string' && typed.startsWith('=') && typed !== value ? typed.slice(1) : undefined
      if (formula === undefined && (value === '' || value === null || value === undefined)) return
      const code = formatLine?.[across]
      const format = typeof code === 'string' && code !== '' ? toFileFormat(code) : 'General'
      const read = toValue(value)
      cells.push({
        row: row + down,
        column: column + across,
        text: toText(read, format, date1904),
        value: read,
        ...(format !== 'General' && {format}),
        ...(formula !== undefined && {formula})
      })
    })
  })
}

function toValue(value: unknown): CellValue {
  if (typeof value === 'string') return errors.has(value) ? {error: value} : value
  return typeof value === 'number' || typeof value === 'boolean' ? value : ''
}

/** The first number shown as a date, from which the date system can be told. */
export function findDate({
  row,
  column,
  values,
  formats
}: Block): {row: number; column: number; value: number; format: string} | undefined {
  for (const [down, line] of values.entries()) {
    for (const [across, value] of line.entries()) {
      const code = formats[down]?.[across]
      if (typeof value !== 'number' || typeof code !== 'string' || code === 'General') continue
      const format = toFileFormat(code)
      if (isDateFormat(format) && formatNumber(value, format, true) !== formatNumber(value, format, false))
        return {row: row + down, column: column + across, value, format}
    }
  }
  return undefined
}

/** What a person sees of a value. */
function toText(value: CellValue, format: string, date1904: boolean): string {
  switch (typeof value) {
    case 'number':
      return formatNumber(value, format, date1904)
    case 'boolean':
      return value ? 'TRUE' : 'FALSE'
    case 'string':
      return value
    default:
      return value === null ? '' : value.error
  }
}
