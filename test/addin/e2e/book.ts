import {formatAddress, parseRange} from '../../../shared/workbook/address.js'
import {formatNumber} from '../../../shared/workbook/number-format.js'
import type {CellValue, Range, Visibility, Workbook} from '../../../shared/workbook/workbook.js'

/** A cell of the emulated workbook. */
export interface BookCell {
  value: string | number | boolean | {error: string}
  formula?: string
  format: string
  /** Cells are locked unless somebody unlocks them; it matters on protected sheets only. */
  locked: boolean
  richText: boolean
  fill?: string
}

export interface BookNote {
  row: number
  column: number
  content: string
  authorName: string
}

export interface BookConditionalFormat {
  id: string
  ranges: Range[]
  type: string
  formula: string
  fill: string
}

export interface BookSheet {
  id: string
  name: string
  visibility: Visibility
  protected: boolean
  /** By address. */
  cells: Map<string, BookCell>
  merges: Range[]
  hiddenRows: Set<number>
  hiddenColumns: Set<number>
  notes: BookNote[]
  comments: BookNote[]
  conditionalFormats: BookConditionalFormat[]
  frozenRows: number
  columnWidths: Map<number, number>
}

/** What Excel refuses, with Excel's code. */
export class BookError extends Error {
  constructor(
    readonly code: string,
    message: string
  ) {
    super(message)
  }
}

/** The workbook that the emulated Excel has open. */
export class Book {
  readonly sheets: BookSheet[] = []
  active: BookSheet
  selection: {sheet: string; range: string} | undefined
  readonly xmlParts = new Map<string, string>()
  readonly date1904: boolean
  structureProtected = false
  private nextId = 1

  constructor(
    workbook: Workbook,
    readonly fileName: string
  ) {
    this.date1904 = workbook.date1904
    for (const sheet of workbook.sheets) {
      const made = this.addSheet(sheet.name)
      made.visibility = sheet.visibility
      made.merges = sheet.merges.map((merge) => ({...merge}))
      for (const [first, last] of sheet.hiddenRows)
        for (let row = first; row <= last; row++) made.hiddenRows.add(row)
      for (const [first, last] of sheet.hiddenColumns)
        for (let column = first; column <= last; column++) made.hiddenColumns.add(column)
      made.notes = sheet.notes.map(({row, column, text, author}) => ({
        row,
        column,
        content: text,
        authorName: author ?? ''
      }))
      for (const cell of sheet.cells) {
        made.cells.set(formatAddress(cell.row, cell.column), {
          // Excel has calculated what the file left open.
          value: cell.value ?? 0,
          format: cell.format ?? 'General',
          locked: true,
          richText: cell.richText ?? false,
          ...(cell.formula !== undefined && {formula: `=${cell.formula}`})
        })
      }
    }
    const [first] = this.sheets
    if (!first) throw new Error('a workbook has a sheet')
    this.active = this.sheets.find(({visibility}) => visibility === 'visible') ?? first
  }

  addSheet(name: string): BookSheet {
    const sheet: BookSheet = {
      id: `{${String(this.nextId++).padStart(8, '0')}-0001-0000-0000-000000000000}`,
      name,
      visibility: 'visible',
      protected: false,
      cells: new Map(),
      merges: [],
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      notes: [],
      comments: [],
      conditionalFormats: [],
      frozenRows: 0,
      columnWidths: new Map()
    }
    this.sheets.push(sheet)
    return sheet
  }

  newId(): string {
    return String(this.nextId++)
  }

  /** By name, whatever the case, or by id. */
  find(key: string): BookSheet | undefined {
    return this.sheets.find(({name, id}) => id === key || name.toLowerCase() === key.toLowerCase())
  }

  /** What a person sees in a cell. */
  textOf(cell: BookCell | undefined): string {
    if (!cell) return ''
    const {value, format} = cell
    if (typeof value === 'number') return formatNumber(value, format, this.date1904)
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
    return typeof value === 'string' ? value : value.error
  }

  /** Takes what is typed or handed to `Range.values` as Excel does: apostrophes, formulas, numbers, dates. */
  enter(sheet: BookSheet, row: number, column: number, typed: string | number | boolean): void {
    const address = formatAddress(row, column)
    const old = sheet.cells.get(address)
    if (sheet.protected && (old?.locked ?? true))
      throw new BookError('AccessDenied', 'The worksheet is protected.')
    const base = {
      format: old?.format ?? 'General',
      locked: old?.locked ?? true,
      richText: false,
      fill: old?.fill
    }
    if (typed === '') {
      if (base.format === 'General' && base.locked && base.fill === undefined) sheet.cells.delete(address)
      else sheet.cells.set(address, {...base, value: ''})
      return
    }
    sheet.cells.set(address, {...base, ...this.interpret(typed, base.format)})
  }

  private interpret(
    typed: string | number | boolean,
    format: string
  ): Pick<BookCell, 'value'> & Partial<BookCell> {
    if (typeof typed !== 'string' || format === '@') return {value: typed}
    if (typed.startsWith("'")) return {value: typed.slice(1)}
    if (typed.startsWith('=') && typed.length > 1) return {value: calculate(typed), formula: typed}
    if (/^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!)$/.test(typed)) return {value: {error: typed}}
    if (/^(?:true|false)$/i.test(typed)) return {value: /^t/i.test(typed)}
    const number = /^\s*[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:e[+-]?\d+)?%?\s*$/i
    if (/\d/.test(typed) && number.test(typed)) {
      const percent = typed.trim().endsWith('%')
      const value = Number(typed.replace(/[,%]/g, '')) / (percent ? 100 : 1)
      return {value, ...(percent && format === 'General' && {format: '0%'})}
    }
    const date = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?|年(\d{1,2})月(?:(\d{1,2})日)?)$/.exec(typed)
    if (date) {
      const [, year, month = date[4], day = date[5] ?? '1'] = date
      const serial = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 864e5 + 25569
      return {value: serial, ...(format === 'General' && {format: 'yyyy/m/d'})}
    }
    return {value: typed}
  }
}

/** The few formulas that tests write; anything else is a mistake of the test. */
function calculate(formula: string): CellValue & (string | number) {
  const link = /^=HYPERLINK\("(?:[^"]|"")*","((?:[^"]|"")*)"\)$/.exec(formula)
  if (link) return (link[1] ?? '').replace(/""/g, '"')
  const sum = /^=SUM\(([\d.,]+)\)$/.exec(formula)
  if (sum) return (sum[1] ?? '').split(',').reduce((total, number) => total + Number(number), 0)
  throw new BookError('EmulatorGap', `the emulated Excel cannot calculate ${formula}`)
}

/** The smallest range around all cells, with `valuesOnly` around those with content; `undefined` where there is none. */
export function usedRange(sheet: BookSheet, valuesOnly: boolean): Range | undefined {
  let range: Range | undefined
  const include = (top: number, left: number, bottom: number, right: number): void => {
    range = range
      ? {
          top: Math.min(range.top, top),
          left: Math.min(range.left, left),
          bottom: Math.max(range.bottom, bottom),
          right: Math.max(range.right, right)
        }
      : {top, left, bottom, right}
  }
  for (const [address, cell] of sheet.cells) {
    if (valuesOnly && cell.value === '' && cell.formula === undefined) continue
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
    let column = 0
    for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
    include(Number(digits), column, Number(digits), column)
  }
  if (!valuesOnly) for (const {top, left, bottom, right} of sheet.merges) include(top, left, bottom, right)
  return range
}

/** Moves everything from row `before` on down by `count` rows; a negative count deletes as many rows there. */
export function insertRows(sheet: BookSheet, before: number, count: number): void {
  const gone = (row: number): boolean => count < 0 && row >= before && row < before - count
  const cells = [...sheet.cells]
  sheet.cells.clear()
  for (const [address, cell] of cells) {
    const place = parseRange(address)
    if (!place || gone(place.top)) continue
    sheet.cells.set(formatAddress(place.top >= before ? place.top + count : place.top, place.left), cell)
  }
  sheet.merges = sheet.merges.flatMap((merge) => {
    const rows: number[] = []
    for (let row = merge.top; row <= merge.bottom; row++)
      if (!gone(row)) rows.push(row >= before && merge.top >= before ? row + count : row)
    const [top] = rows
    if (top === undefined) return []
    const grown = count > 0 && merge.top < before && merge.bottom >= before ? count : 0
    const bottom = top + rows.length - 1 + grown
    return bottom > top || merge.right > merge.left ? [{...merge, top, bottom}] : []
  })
}

/** Whether two ranges share a cell. */
export function overlaps(one: Range, other: Range): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  )
}
