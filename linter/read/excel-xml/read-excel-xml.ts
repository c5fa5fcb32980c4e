import {formatNumber} from '../../../shared/workbook/number-format.js'
import {unknownFormula, type Cell, type Sheet, type Workbook} from '../../../shared/workbook/workbook.js'
import {lastColumn, lastRow, type ReadLimits} from '../limits.js'
import {ReadError} from '../read-error.js'
import {refuseTooMany, refuseTooWide} from '../too-large.js'
import {toSerial} from '../to-serial.js'
import {decodeXml, XmlScanner} from '../xlsx/xml-scanner.js'

const part = 'Workbook'

/**
 * Reads an Excel 2003 XML workbook (SpreadsheetML 2003, "XML Spreadsheet Reference"), as some systems export it under the
 * name .xls: values with their formats, merges, notes, hidden rows, columns and sheets. Throws {@link ReadError}.
 */
export function readExcelXml(bytes: Uint8Array, limits: ReadLimits): Workbook {
  const scanner = new XmlScanner(decode(bytes), part, limits.depth)
  const workbook: Workbook = {format: 'excel-xml', date1904: false, sheets: [], warnings: []}
  const formats = new Map<string, string>()
  let style = ''
  let cells = 0
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') break
    if (kind === 'close') continue
    if (scanner.name === 'Style') style = scanner.attribute('ID') ?? ''
    else if (scanner.name === 'NumberFormat') formats.set(style, toFormat(scanner.attribute('Format')))
    else if (scanner.name === 'Date1904') workbook.date1904 = true
    else if (scanner.name === 'Worksheet' && kind === 'open') {
      const left = {...limits, cells: limits.cells - cells}
      const sheet = readSheet(scanner, formats, workbook.date1904, left, limits)
      cells += sheet.cells.length
      workbook.sheets.push(sheet)
      if (workbook.sheets.length > limits.sheets) throw refuseTooMany('sheets', limits)
    }
  }
  if (workbook.sheets.length === 0) {
    throw new ReadError('not-a-workbook', {
      zh: '这个 XML 文件里没有工作表。请确认文件，或另存为 .xlsx 后再检查。',
      en: 'This XML file holds no sheet. Check the file, or save it as .xlsx and check again.'
    })
  }
  return workbook
}

/** UTF-8 and UTF-16; also GBK where the declaration says so. */
function decode(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  if (/^<\?xml[^>]*encoding=["']gb/i.test(head)) return new TextDecoder('gb18030').decode(bytes)
  return decodeXml(bytes, part).replace(/^\ufeff/, '')
}

/** Names that stand for formats. */
const namedFormats: Record<string, string> = {
  'General Number': 'General',
  'General Date': 'yyyy/m/d h:mm',
  'Long Date': 'yyyy"年"m"月"d"日"',
  'Medium Date': 'd-mmm-yy',
  'Short Date': 'yyyy/m/d',
  'Long Time': 'h:mm:ss',
  'Medium Time': 'h:mm',
  'Short Time': 'h:mm',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00'
}

function toFormat(written: string | undefined): string {
  if (written === undefined) return 'General'
  return Object.hasOwn(namedFormats, written) ? (namedFormats[written] ?? 'General') : written
}

function readSheet(
  scanner: XmlScanner,
  formats: Map<string, string>,
  date1904: boolean,
  left: ReadLimits,
  limits: ReadLimits
): Sheet {
  const {depth} = scanner
  const sheet: Sheet = {
    name: scanner.attribute('Name') ?? '',
    visibility: 'visible',
    cells: [],
    merges: [],
    notes: [],
    hiddenRows: [],
    hiddenColumns: []
  }
  let row = 0
  let column = 0
  let rowSpan = 0
  let rowStyle = ''
  let definition = 0
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) break
    if (kind === 'close') continue
    switch (scanner.name) {
      case 'Column': {
        definition = Math.max(definition + 1, countOf(scanner, 'Index', 0, lastColumn))
        const to = Math.min(lastColumn, definition + countOf(scanner, 'Span', 0, lastColumn))
        if (isHidden(scanner)) sheet.hiddenColumns.push([definition, to])
        definition = to
        break
      }
      case 'Row': {
        // Places never go back.
        row = Math.max(row + rowSpan + 1, countOf(scanner, 'Index', 0, lastRow))
        rowSpan = countOf(scanner, 'Span', 0, lastRow)
        if (row > lastRow) throw refuseTooWide()
        if (isHidden(scanner)) sheet.hiddenRows.push([row, Math.min(lastRow, row + rowSpan)])
        rowStyle = scanner.attribute('StyleID') ?? ''
        column = 0
        break
      }
      case 'Cell': {
        column = Math.max(column + 1, countOf(scanner, 'Index', 0, lastColumn))
        if (row < 1 || column > lastColumn) throw refuseTooWide()
        const across = countOf(scanner, 'MergeAcross', 0, lastColumn)
        const down = countOf(scanner, 'MergeDown', 0, lastRow)
        if (across > 0 || down > 0) {
          if (sheet.merges.length >= limits.merges) throw refuseTooMany('merges', limits)
          sheet.merges.push({
            top: row,
            left: column,
            bottom: Math.min(lastRow, row + down),
            right: Math.min(lastColumn, column + across)
          })
        }
        const format = formats.get(scanner.attribute('StyleID') ?? rowStyle) ?? 'General'
        const formula = readFormula(scanner)
        const {data, note} = kind === 'open' ? readCell(scanner) : {data: undefined, note: undefined}
        const cell = toCell(row, column, data, format, formula, date1904)
        if (note) sheet.notes.push({row, column, ...note})
        if (cell) {
          if (sheet.cells.length >= left.cells) throw refuseTooMany('cells', limits)
          sheet.cells.push(cell)
        }
        column = Math.min(lastColumn, column + across)
        break
      }
      case 'Visible': {
        const state = scanner.text()
        if (state === 'SheetHidden') sheet.visibility = 'hidden'
        else if (state === 'SheetVeryHidden') sheet.visibility = 'veryHidden'
      }
    }
  }
  return sheet
}

function readFormula(scanner: XmlScanner): string | undefined {
  const formula = scanner.attribute('Formula')
  return formula === undefined ? undefined : formula.replace(/^=/, '') || unknownFormula
}

interface Data {
  type: string
  text: string
}

/** Data and note of the cell just opened. */
function readCell(scanner: XmlScanner): {data?: Data; note?: {text: string; author?: string}} {
  const {depth} = scanner
  let data: Data | undefined
  let note: {text: string; author?: string} | undefined
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) break
    if (kind !== 'open') continue
    if (scanner.name === 'Comment') {
      const author = scanner.attribute('Author')
      note = {text: readInnerText(scanner), ...(author && {author})}
    } else if (scanner.name === 'Data')
      data = {type: scanner.attribute('Type') ?? 'String', text: readInnerText(scanner)}
  }
  return {data, note}
}

/** Text of the element just opened, its marks of fonts and colours left out. */
function readInnerText(scanner: XmlScanner): string {
  const {depth} = scanner
  let text = scanner.text()
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) return text
    text += scanner.text()
  }
}

function toCell(
  row: number,
  column: number,
  data: Data | undefined,
  code: string,
  formula: string | undefined,
  date1904: boolean
): Cell | undefined {
  const format = code === 'General' || code === '@' ? undefined : code
  const more = {...(format && {format}), ...(formula !== undefined && {formula})}
  const {type = 'String', text = ''} = data ?? {}
  if (data === undefined || text === '')
    return formula === undefined ? undefined : {row, column, text: '', value: null, unknown: true, ...more}
  const number =
    type === 'Number' ? Number(text) : type === 'DateTime' ? toSerial(text, date1904) : Number.NaN
  if (Number.isFinite(number))
    return {row, column, text: formatNumber(number, format ?? 'General', date1904), value: number, ...more}
  if (type === 'Boolean')
    return {row, column, text: text === '1' ? 'TRUE' : 'FALSE', value: text === '1', ...more}
  if (type === 'Error') return {row, column, text, value: {error: text}, ...more}
  return {row, column, text, value: text, ...more}
}

function isHidden(scanner: XmlScanner): boolean {
  return scanner.attribute('Hidden') === '1'
}

/** A whole number in an attribute, at least 0 and at most one more than `most`. */
function countOf(scanner: XmlScanner, name: string, otherwise: number, most: number): number {
  const written = scanner.attribute(name)
  const count = Number(written)
  return written !== undefined && Number.isInteger(count) && count >= 0
    ? Math.min(count, most + 1)
    : otherwise
}
