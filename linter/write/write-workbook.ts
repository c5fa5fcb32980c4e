import {strToU8, zipSync, type Zippable} from 'fflate'
import {formatAddress, formatRange} from '../../shared/workbook/address.js'
import {
  unknownFormula,
  type Cell,
  type Range,
  type Sheet,
  type Workbook
} from '../../shared/workbook/workbook.js'
import {measureHeights} from './row-heights.js'
import {placeKey, type SheetLook} from './sheet-look.js'
import {StyleTable, type StyleName} from './style-table.js'
import {escapeXml} from './xml-text.js'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/**
 * Writes a new .xlsx: values, number formats, merges, column widths, borders and wrapping, so that it reads well in
 * Excel and LibreOffice. A sheet (by name) may be given a look of its own. The same workbook gives the same bytes.
 */
export function writeWorkbook(workbook: Workbook, looks: Record<string, SheetLook> = {}): Uint8Array {
  const styles = new StyleTable()
  const sheets = workbook.sheets.map((sheet) => sheetPart(sheet, styles, looks[sheet.name] ?? {}))
  const files: Zippable = {
    '[Content_Types].xml': strToU8(contentTypes(workbook.sheets.length)),
    '_rels/.rels': strToU8(
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`
    ),
    'xl/workbook.xml': strToU8(workbookPart(workbook)),
    'xl/_rels/workbook.xml.rels': strToU8(workbookRelations(workbook.sheets.length)),
    'xl/styles.xml': strToU8(head + styles.toXml())
  }
  sheets.forEach((sheet, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(sheet)
  })
  return zipSync(files, {level: 6, mtime: '2024-01-01T00:00:00'})
}

function contentTypes(count: number): string {
  const sheets = Array.from(
    {length: count},
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`
  ).join('')
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets}</Types>`
}

function workbookPart({sheets, date1904}: Workbook): string {
  const list = sheets
    .map(
      ({name, visibility}, index) =>
        `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${visibility === 'visible' ? '' : ` state="${visibility}"`} r:id="rId${index + 1}"/>`
    )
    .join('')
  return `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${list}</sheets></workbook>`
}

function workbookRelations(count: number): string {
  const list = Array.from(
    {length: count},
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`
  ).join('')
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}<Relationship Id="rId${count + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`
}

/** Tables are ruled up to this column; what stands beyond is no table that somebody looks at. */
const lastRuledColumn = 256

function sheetPart(sheet: Sheet, styles: StyleTable, look: SheetLook): string {
  const {cells} = sheet
  const lastColumn = largest(
    cells.map(({column}) => column),
    sheet.merges.map(({right}) => right)
  )
  const lastRow = largest(
    cells.map(({row}) => row),
    sheet.merges.map(({bottom}) => bottom)
  )
  const byRow = groupByRow(cells)
  const merges = [...sheet.merges]
  const styleAt = look.styles
    ? (row: number, column: number): StyleName => look.styles?.get(placeKey(row, column)) ?? 'plain'
    : guessStyles(cells, byRow, merges, lastColumn)
  const widths = columnWidths(byRow, lastColumn).map((width, index) => look.widths?.get(index + 1) ?? width)
  const heights = look.heights ?? heightsOfMerged(cells, merges, widths, styleAt)
  const ruled = Math.min(lastColumn, lastRuledColumn)
  // Without a look of its own, nothing is drawn in rows without cells; there may be a million of them.
  const rowsToWrite = look.styles
    ? Array.from({length: lastRow}, (_, index) => index + 1)
    : [...new Set([...byRow.keys(), ...heights.keys()])].sort((a, b) => a - b)
  const rows: string[] = []
  for (const row of rowsToWrite) {
    const own = byRow.get(row)
    const written: string[] = []
    for (let column = 1; column <= ruled; column++) {
      const cell = own?.get(column)
      const style = styles.add(styleAt(row, column), cell?.format)
      if (cell) written.push(cellXml(cell, style))
      else if (style !== 0) written.push(`<c r="${formatAddress(row, column)}" s="${style}"/>`)
    }
    if (own && lastColumn > ruled)
      for (const cell of own.values())
        if (cell.column > ruled)
          written.push(cellXml(cell, styles.add(styleAt(row, cell.column), cell.format)))
    const height = heights.get(row)
    if (written.length === 0 && height === undefined) continue
    rows.push(
      `<row r="${row}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${written.join('')}</row>`
    )
  }
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  )
  const merged = merges.map((range) => `<mergeCell ref="${formatRange(range)}"/>`).join('')
  const frozen = look.frozenRows
    ? `<pane ySplit="${look.frozenRows}" topLeftCell="A${look.frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
    : ''
  return `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0">${frozen}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>${merged ? `<mergeCells count="${merges.length}">${merged}</mergeCells>` : ''}${hyperlinks(look)}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
}

/** The largest of the numbers, at least 1; a sheet has more of them than a call takes arguments. */
function largest(...lists: number[][]): number {
  return lists.flat().reduce((most, number) => (number > most ? number : most), 1)
}

/** The cells by row and column, each row from left to right. */
function groupByRow(cells: Cell[]): Map<number, Map<number, Cell>> {
  const rows = new Map<number, Map<number, Cell>>()
  for (const cell of cells) {
    const row = rows.get(cell.row)
    if (row) row.set(cell.column, cell)
    else rows.set(cell.row, new Map([[cell.column, cell]]))
  }
  return rows
}

function hyperlinks({links = []}: SheetLook): string {
  if (links.length === 0) return ''
  const list = links.map(({row, column, sheet, cell}) => {
    const location = `'${sheet.replace(/'/g, "''")}'!${cell}`
    return `<hyperlink ref="${formatAddress(row, column)}" location="${escapeXml(location)}"/>`
  })
  return `<hyperlinks>${list.join('')}</hyperlinks>`
}

/** Styles of a sheet without a look: a title alone in the first row (merged over the table), headings, table cells. */
function guessStyles(
  cells: Cell[],
  byRow: ReturnType<typeof groupByRow>,
  merges: Range[],
  lastColumn: number
): (row: number, column: number) => StyleName {
  const [title] = cells
  const titleAlone = title && byRow.get(title.row)?.size === 1
  if (titleAlone && lastColumn > 1 && !merges.some(({top}) => top === title.row)) {
    merges.unshift({top: title.row, left: 1, bottom: title.row, right: lastColumn})
  }
  const headings = headingRows(cells)
  return (row) => {
    if (titleAlone && row === title.row) return 'title'
    if (headings.has(row)) return 'heading'
    return byRow.has(row) ? 'cell' : 'plain'
  }
}

/** Only rows whose merged text needs several lines, and the title, get a height; programs see to the others. */
function heightsOfMerged(
  cells: Cell[],
  merges: Range[],
  widths: number[],
  styleAt: (row: number, column: number) => StyleName
): Map<number, number> {
  const anchors = new Set(
    merges.filter(({left, right}) => right > left).map(({top, left}) => placeKey(top, left))
  )
  const wide = cells.filter(({row, column}) => anchors.has(placeKey(row, column)))
  const heights = measureHeights(wide, merges, (column) => widths[column - 1] ?? 10)
  for (const [row, height] of heights) if (height <= 19) heights.delete(row)
  for (const {row, column} of cells) if (styleAt(row, column) === 'title') heights.set(row, 32)
  return heights
}

function headingRows(cells: Cell[]): Set<number> {
  return new Set(
    cells.filter(({text}) => /^[一二三]级\s*指标$|^指标值$|^三级指标$/.test(text.trim())).map(({row}) => row)
  )
}

/** Characters that the texts of each column need; titles and other texts alone in their row do not count. */
function columnWidths(byRow: ReturnType<typeof groupByRow>, lastColumn: number): number[] {
  const widths = new Array<number>(lastColumn).fill(10)
  for (const row of byRow.values()) {
    if (row.size < 2) continue
    for (const {column, text} of row.values())
      widths[column - 1] = Math.max(widths[column - 1] ?? 10, measureText(text))
  }
  return widths.map((width) => Math.min(34, width + 2))
}

function measureText(text: string): number {
  let width = 0
  for (const character of text) width += character.charCodeAt(0) > 255 ? 2 : 1
  return width
}

function cellXml({row, column, value, formula}: Cell, style: number): string {
  const place = `r="${formatAddress(row, column)}" s="${style}"`
  const calculated = formula === undefined || formula === unknownFormula ? '' : `<f>${escapeXml(formula)}</f>`
  if (typeof value === 'number') return `<c ${place}>${calculated}<v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c ${place} t="b">${calculated}<v>${value ? 1 : 0}</v></c>`
  if (value !== null && typeof value === 'object')
    return `<c ${place} t="e">${calculated}<v>${escapeXml(value.error)}</v></c>`
  if (value === null) return `<c ${place}>${calculated}</c>`
  if (calculated !== '') return `<c ${place} t="str">${calculated}<v>${escapeXml(value)}</v></c>`
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
}
