import {formatRange} from '../../../shared/workbook/address.js'
import type {Cell, Range, Sheet} from '../../../shared/workbook/workbook.js'
import {freeName} from '../content/free-name.js'
import {isReportOf, layReport, reportHeadRows} from '../content/lay-report.js'
import type {ReportTable} from '../workbook-host.js'
import {toTypedText} from './typed-text.js'

/** Adds a sheet of this content behind the others and shows it. Returns its name. */
export async function addSheet(context: Excel.RequestContext, sheet: Sheet, level: number): Promise<string> {
  const {worksheets} = context.workbook
  worksheets.load('items/name')
  await context.sync()
  const name = freeName(
    sheet.name,
    worksheets.items.map((existing) => existing.name)
  )
  const added = worksheets.add(name)
  writeTable(added, sheet, level)
  added.activate()
  await context.sync()
  return name
}

/** Writes the report on its sheet, which is made when there is none, and shows it. Returns the sheet's name. */
export async function writeReport(
  context: Excel.RequestContext,
  report: ReportTable,
  level: number
): Promise<string> {
  const {worksheets} = context.workbook
  worksheets.load(level >= 2 ? 'items/name,items/protection/protected' : 'items/name')
  await context.sync()
  const corners = worksheets.items
    .filter(
      (sheet) =>
        sheet.name.startsWith(report.name.slice(0, 20)) && !(level >= 2 && sheet.protection.protected)
    )
    .map((sheet) => {
      const corner = sheet.getRange('A1')
      corner.load('values')
      return {sheet, corner}
    })
  await context.sync()
  const earlier = corners.find(({sheet, corner}) =>
    isReportOf(report, sheet.name, (corner.values as unknown[][])[0]?.[0])
  )?.sheet
  const name =
    earlier?.name ??
    freeName(
      report.name,
      worksheets.items.map((existing) => existing.name)
    )
  const sheet = earlier ?? worksheets.add(name)
  if (earlier) {
    const old = earlier.getRange()
    if (level >= 2) old.unmerge()
    old.clear()
  }
  writeTable(sheet, layReport(report), level)
  decorateReport(sheet, report, level)
  sheet.activate()
  await context.sync()
  return name
}

/** Queues the writing of a sheet's cells and merges, with borders. */
function writeTable(target: Excel.Worksheet, {cells, merges}: Sheet, level: number): void {
  const extent = extentOf(cells, merges)
  if (!extent) return
  const range = target.getRange(formatRange(extent))
  const grid = (fill: string): (string | number | boolean)[][] =>
    Array.from({length: extent.bottom}, () => Array.from({length: extent.right}, () => fill))
  const contents = grid('')
  const formats = grid('General')
  for (const cell of cells) {
    const line = contents[cell.row - 1]
    const formatLine = formats[cell.row - 1]
    if (!line || !formatLine) continue
    line[cell.column - 1] = toTyped(cell)
    if (cell.format !== undefined) formatLine[cell.column - 1] = cell.format
  }
  // Formats first: a cell formatted as text takes its content as it is.
  range.numberFormat = formats
  range.formulas = contents
  if (level >= 2) for (const merge of merges) target.getRange(formatRange(merge)).merge()
  decorateTable(range, extent)
}

function toTyped({value, formula, format = 'General'}: Cell): string | number | boolean {
  if (formula !== undefined && formula !== '') return `=${formula}`
  if (value === null) return ''
  if (typeof value === 'object') return value.error
  return typeof value === 'string' ? toTypedText(value, format) : value
}

function extentOf(cells: Cell[], merges: Range[]): Range | undefined {
  if (cells.length === 0) return undefined
  let bottom = 1
  let right = 1
  for (const cell of cells) {
    bottom = Math.max(bottom, cell.row)
    right = Math.max(right, cell.column)
  }
  for (const merge of merges) {
    bottom = Math.max(bottom, merge.bottom)
    right = Math.max(right, merge.right)
  }
  return {top: 1, left: 1, bottom, right}
}

function decorateTable(range: Excel.Range, {bottom, right}: Range): void {
  range.format.wrapText = true
  range.format.verticalAlignment = 'Center'
  const edges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as Excel.BorderIndex[]
  // A single row or column has nothing inside.
  if (bottom > 1) edges.push('InsideHorizontal' as Excel.BorderIndex)
  if (right > 1) edges.push('InsideVertical' as Excel.BorderIndex)
  for (const edge of edges) {
    const border = range.format.borders.getItem(edge)
    border.style = 'Continuous'
    border.color = '#BFBFBF'
  }
}

function decorateReport(sheet: Excel.Worksheet, {columns}: ReportTable, level: number): void {
  const title = sheet.getRange('A1')
  title.format.font.bold = true
  title.format.font.size = 14
  const headings = sheet.getRange(
    formatRange({top: reportHeadRows, left: 1, bottom: reportHeadRows, right: Math.max(1, columns.length)})
  )
  headings.format.font.bold = true
  headings.format.fill.color = '#E7EEF7'
  if (level >= 2) {
    columns.forEach(({width}, index) => {
      const column = {top: 1, left: index + 1, bottom: 1, right: index + 1}
      // Excel counts in points here; a character of the standard font takes about six.
      sheet.getRange(formatRange(column)).format.columnWidth = width * 6
    })
  }
  if (level >= 7) sheet.freezePanes.freezeRows(reportHeadRows)
}
