import type {CellObject, Range, WorkBook, WorkSheet} from '@e965/xlsx'
import {formatNumber} from '../../../shared/workbook/number-format.js'
import {unknownFormula, type Cell, type Sheet, type Workbook} from '../../../shared/workbook/workbook.js'
import {errorText} from './error-text.js'
import {lastColumn, lastRow, type ReadLimits} from '../limits.js'
import {addSpan} from '../spans.js'
import {refuseTooMany, refuseTooWide} from '../too-large.js'

/** Turns a workbook as SheetJS gives it (dense, with formats and styles) into ours. Throws `ReadError` beyond the limits. */
export function toWorkbook(book: WorkBook, format: string, limits: ReadLimits): Workbook {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const counter = {cells: 0}
  return {
    format,
    date1904,
    sheets: book.SheetNames.flatMap((name, index) => {
      const sheet = book.Sheets[name]
      // Sheets of charts and macros hold no cells of their own.
      if (!sheet || (sheet['!type'] && sheet['!type'] !== 'sheet')) return []
      const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0
      return [toSheet(name, sheet, hidden, date1904, counter, limits)]
    }),
    warnings: []
  }
}

function toSheet(
  name: string,
  sheet: WorkSheet,
  hidden: number,
  date1904: boolean,
  counter: {cells: number},
  limits: ReadLimits
): Sheet {
  const merges = sheet['!merges'] ?? []
  if (merges.length > limits.merges) throw refuseTooMany('merges', limits)
  const result: Sheet = {
    name,
    visibility: hidden === 2 ? 'veryHidden' : hidden === 1 ? 'hidden' : 'visible',
    cells: [],
    merges: merges
      .filter(isArea)
      .map(({s, e}) => ({top: s.r + 1, left: s.c + 1, bottom: e.r + 1, right: e.c + 1})),
    notes: [],
    hiddenRows: [],
    hiddenColumns: []
  }
  for (const [row, cells] of filledPlaces<CellObject[]>(sheet['!data'], lastRow)) {
    for (const [column, cell] of filledPlaces<CellObject>(cells, lastColumn)) {
      if (cell.c?.length) {
        const author = cell.c[0]?.a
        const text = cell.c.map(({t}) => toLines(String(t ?? ''))).join('\n')
        result.notes.push({row, column, text, ...(author && {author})})
      }
      const read = toCell(cell, row, column, date1904)
      if (!read) continue
      if (++counter.cells > limits.cells) throw refuseTooMany('cells', limits)
      result.cells.push(read)
    }
  }
  for (const [row, info] of filledPlaces<{hidden?: boolean}>(sheet['!rows'], lastRow))
    if (info.hidden) addSpan(result.hiddenRows, row)
  for (const [column, info] of filledPlaces<{hidden?: boolean}>(sheet['!cols'], lastColumn))
    if (info.hidden) addSpan(result.hiddenColumns, column)
  return result
}

function isArea({s, e}: Range): boolean {
  return s.r >= 0 && s.c >= 0 && e.r >= s.r && e.c >= s.c && e.r < lastRow && e.c < lastColumn
}

/** Contents of a list that may be long and almost empty, with 1-based places. */
function filledPlaces<Content>(list: unknown, last: number): [number, Content][] {
  if (!Array.isArray(list)) return []
  if (list.length > last) throw refuseTooWide()
  const places: [number, Content][] = []
  if (list.length < 1000) {
    list.forEach((content: Content | undefined, index) => {
      if (content) places.push([index + 1, content])
    })
    return places
  }
  // Looking at each hole of many long rows would take hours.
  for (const key of Object.keys(list)) {
    const content = list[Number(key)] as Content | undefined
    if (content) places.push([Number(key) + 1, content])
  }
  return places
}

function toCell({t, v, z, f}: CellObject, row: number, column: number, date1904: boolean): Cell | undefined {
  const format = typeof z === 'string' && z !== 'General' && z !== '@' ? z : undefined
  const more = {...(format && {format}), ...(typeof f === 'string' && {formula: f || unknownFormula})}
  if (t === 'n' && typeof v === 'number' && Number.isFinite(v))
    return {row, column, text: formatNumber(v, format ?? 'General', date1904), value: v, ...more}
  if (t === 'b') return {row, column, text: v ? 'TRUE' : 'FALSE', value: Boolean(v), ...more}
  if (t === 'e') {
    const error = errorText(Number(v))
    return {row, column, text: error, value: {error}, ...more}
  }
  if (typeof v === 'string' && v !== '') {
    const text = toLines(v)
    return {row, column, text, value: text, ...more}
  }
  if (typeof f !== 'string') return undefined
  return v === ''
    ? {row, column, text: '', value: '', ...more}
    : {row, column, text: '', value: null, unknown: true, ...more}
}

function toLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
