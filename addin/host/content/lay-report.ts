import {quoteText} from '../../../shared/workbook/plain-text.js'
import type {Cell, Sheet} from '../../../shared/workbook/workbook.js'
import type {ReportCell, ReportTable} from '../workbook-host.js'

/** Rows above the first row of data: title and headings. */
export const reportHeadRows = 2

/** A report as a sheet of cells: title, headings, rows; places are HYPERLINK formulas, which every edition has. */
export function layReport({name, title, columns, rows}: ReportTable): Sheet {
  const cells: Cell[] = [{row: 1, column: 1, text: title, value: title}]
  columns.forEach(({title: heading}, index) => {
    if (heading !== '') cells.push({row: 2, column: index + 1, text: heading, value: heading})
  })
  rows.forEach((row, index) => {
    row.forEach((content, at) => {
      const cell = toCell(content, index + 1 + reportHeadRows, at + 1)
      if (cell) cells.push(cell)
    })
  })
  const merges = columns.length > 1 ? [{top: 1, left: 1, bottom: 1, right: columns.length}] : []
  return {name, visibility: 'visible', cells, merges, notes: [], hiddenRows: [], hiddenColumns: []}
}

function toCell(content: ReportCell, row: number, column: number): Cell | undefined {
  if (content === '') return undefined
  if (typeof content === 'number') return {row, column, text: String(content), value: content}
  if (typeof content === 'string') return {row, column, text: content, value: content}
  // A text inside a formula may have 255 characters.
  const text = quoteText(content.text, 120)
  const target = `#'${content.sheet.replace(/'/g, "''")}'!${content.range}`
  return {row, column, text, value: text, formula: `HYPERLINK(${literal(target)},${literal(text)})`}
}

const literal = (text: string): string => `"${text.replace(/"/g, '""')}"`

/** Whether a sheet is an earlier report of ours that a new one replaces. */
export function isReportOf(report: ReportTable, sheetName: string, firstCell: unknown): boolean {
  return firstCell === report.title && sheetName.startsWith(report.name.slice(0, 20))
}
