import type {CellObject, WorkBook, WorkSheet} from '@e965/xlsx'
import {formatNumber} from '../../../shared/workbook/number-format.js'
import type {Cell, Sheet, Workbook} from '../../../shared/workbook/workbook.js'

/** Turns a workbook as SheetJS gives it (dense, with formats and styles) into ours. */
export function toWorkbook(book: WorkBook, format: string): Workbook {
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  return {
    format,
    date1904,
    sheets: book.SheetNames.flatMap((name, index) => {
      const sheet = book.Sheets[name]
      if (!sheet) return []
      const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0
      return [toSheet(name, sheet, hidden, date1904)]
    }),
    warnings: []
  }
}

function toSheet(name: string, sheet: WorkSheet, hidden: number, date1904: boolean): Sheet {
  const result: Sheet = {
    name,
    visibility: hidden === 2 ? 'veryHidden' : hidden === 1 ? 'hidden' : 'visible',
    cells: [],
    merges: (sheet['!merges'] ?? []).map(({s, e}) => ({
      top: s.r + 1,
      left: s.c + 1,
      bottom: e.r + 1,
      right: e.c + 1
    })),
    notes: [],
    hiddenRows: [],
    hiddenColumns: []
  }
  const rows = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  for (const [at, row] of rows.entries()) {
    for (const [column, cell] of (row as (CellObject | undefined)[] | undefined)?.entries() ?? []) {
      if (!cell) continue
      if (cell.c?.length)
        result.notes.push({
          row: at + 1,
          column: column + 1,
          text: cell.c.map(({t}) => t).join('\n'),
          ...(cell.c[0]?.a && {author: cell.c[0].a})
        })
      const read = toCell(cell, at + 1, column + 1, date1904)
      if (read) result.cells.push(read)
    }
  }
  for (const [at, info] of (sheet['!rows'] ?? []).entries())
    if ((info as {hidden?: boolean} | undefined)?.hidden) addTo(result.hiddenRows, at + 1)
  for (const [at, info] of (sheet['!cols'] ?? []).entries())
    if ((info as {hidden?: boolean} | undefined)?.hidden) addTo(result.hiddenColumns, at + 1)
  return result
}

function toCell(
  {t, v, w, z, f}: CellObject,
  row: number,
  column: number,
  date1904: boolean
): Cell | undefined {
  const format = typeof z === 'string' && z !== 'General' && z !== '@' ? z : undefined
  const more = {...(format && {format}), ...(f !== undefined && {formula: f})}
  if (t === 'n' && typeof v === 'number')
    return {row, column, text: formatNumber(v, format ?? 'General', date1904), value: v, ...more}
  if (t === 'b') return {row, column, text: v ? 'TRUE' : 'FALSE', value: v === true, ...more}
  if (t === 'e') return {row, column, text: w ?? '#N/A', value: {error: w ?? '#N/A'}, ...more}
  if (typeof v === 'string' && v !== '') {
    const text = v.replace(/\r\n?/g, '\n')
    return {row, column, text, value: text, ...more}
  }
  return f === undefined ? undefined : {row, column, text: '', value: null, unknown: true, ...more}
}

function addTo(spans: [number, number][], number: number): void {
  const last = spans.at(-1)
  if (last?.[1] === number - 1) last[1] = number
  else spans.push([number, number])
}
