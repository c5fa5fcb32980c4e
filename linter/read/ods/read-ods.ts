import {
  unknownFormula,
  type Cell,
  type Note,
  type Range,
  type Sheet,
  type Workbook
} from '../../../shared/workbook/workbook.js'
import {lastColumn, lastRow, type ReadLimits} from '../limits.js'
import {ReadError} from '../read-error.js'
import {toSerial} from '../to-serial.js'
import {refuseTooMany} from '../too-large.js'
import {decodeXml, XmlScanner} from '../xlsx/xml-scanner.js'
import type {ZipArchive} from '../xlsx/zip-directory.js'

const part = 'content.xml'

/** What is counted over all sheets. */
interface Counter {
  cells: number
  /** Cells that stand there only because another is repeated: a few bytes may ask for millions. */
  repeated: number
}

/**
 * Reads an OpenDocument spreadsheet (OASIS ODF 1.3 part 3, chapter 9): values, the text shown, merges, notes, hidden rows,
 * columns and sheets. Repeated cells and rows are counted, and repeated only where they hold something. Throws
 * {@link ReadError}.
 */
export function readOds(zip: ZipArchive, limits: ReadLimits): Workbook {
  const scanner = new XmlScanner(decodeXml(zip.read(part), part), part, limits.depth)
  const hiddenStyles = new Set<string>()
  const workbook: Workbook = {format: 'ods', date1904: false, sheets: [], warnings: []}
  let style = ''
  const counter = {cells: 0, repeated: 0}
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') break
    if (kind === 'close') continue
    if (scanner.name === 'style') style = scanner.attribute('name') ?? ''
    else if (scanner.name === 'table-properties' && scanner.attribute('display') === 'false')
      hiddenStyles.add(style)
    else if (scanner.name === 'table' && kind === 'open') {
      const hidden = hiddenStyles.has(scanner.attribute('style-name') ?? '')
      // What is kept of a sheet in another file, for formulas that point there.
      const isOutside = /^'(?:file|https?):/.test(scanner.attribute('name') ?? '')
      if (isOutside) scanner.skipElement()
      else workbook.sheets.push(readTable(scanner, hidden, limits, counter))
      if (workbook.sheets.length > limits.sheets) throw refuseTooMany('sheets', limits)
    } else if (kind === 'open' && (scanner.name === 'tracked-changes' || scanner.name === 'dde-links'))
      scanner.skipElement()
  }
  if (workbook.sheets.length === 0) throw notSpreadsheet()
  return workbook
}

function notSpreadsheet(): ReadError {
  return new ReadError('not-a-workbook', {
    zh: '这个 OpenDocument 文件里没有工作表。请确认文件，或另存为 .xlsx 后再检查。',
    en: 'This OpenDocument file holds no sheet. Check the file, or save it as .xlsx and check again.'
  })
}

function readTable(scanner: XmlScanner, hidden: boolean, limits: ReadLimits, counter: Counter): Sheet {
  const {depth} = scanner
  const sheet: Sheet = {
    name: scanner.attribute('name') ?? '',
    visibility: hidden ? 'hidden' : 'visible',
    cells: [],
    merges: [],
    notes: [],
    hiddenRows: [],
    hiddenColumns: []
  }
  let row = 1
  let columnDefinition = 1
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) break
    if (kind === 'close') continue
    const isHidden = /^(?:collapse|filter)$/.test(scanner.attribute('visibility') ?? '')
    if (scanner.name === 'table-column') {
      const repeat = repeatOf(scanner, 'number-columns-repeated', lastColumn)
      if (isHidden && columnDefinition <= lastColumn)
        sheet.hiddenColumns.push([columnDefinition, Math.min(lastColumn, columnDefinition + repeat - 1)])
      columnDefinition += repeat
    } else if (scanner.name === 'table-row') {
      const repeat = repeatOf(scanner, 'number-rows-repeated', lastRow)
      if (isHidden && row <= lastRow) sheet.hiddenRows.push([row, Math.min(lastRow, row + repeat - 1)])
      if (kind === 'open') readRow(scanner, sheet, row, repeat, limits, counter)
      row += repeat
    } else if (scanner.name === 'shapes' || scanner.name === 'forms') {
      if (kind === 'open') scanner.skipElement()
    }
  }
  return sheet
}

function readRow(
  scanner: XmlScanner,
  sheet: Sheet,
  row: number,
  repeat: number,
  limits: ReadLimits,
  counter: Counter
): void {
  const {depth} = scanner
  const cells: Cell[] = []
  const merges: Range[] = []
  const notes: Note[] = []
  let column = 1
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) break
    if (kind === 'close') continue
    if (scanner.name !== 'table-cell' && scanner.name !== 'covered-table-cell') continue
    const times = repeatOf(scanner, 'number-columns-repeated', lastColumn)
    const covered = scanner.name === 'covered-table-cell'
    const across = covered ? 1 : repeatOf(scanner, 'number-columns-spanned', lastColumn)
    const down = covered ? 1 : repeatOf(scanner, 'number-rows-spanned', lastRow)
    const attributes = readAttributes(scanner)
    const {text, note} = kind === 'open' ? readContent(scanner) : {text: '', note: undefined}
    if ((across > 1 || down > 1) && column <= lastColumn)
      merges.push({
        top: row,
        left: column,
        bottom: Math.min(lastRow, row + down - 1),
        right: Math.min(lastColumn, column + across - 1)
      })
    if (note && column <= lastColumn) notes.push({row, column, ...note})
    if (text !== '' || attributes.formula !== undefined) {
      const count = Math.max(0, Math.min(times, lastColumn - column + 1))
      countCells(counter, count, count - 1, limits)
      for (let at = column; at < column + count; at++) cells.push(toCell(row, at, text, attributes))
    }
    column += times
  }
  if (cells.length === 0 && merges.length === 0 && notes.length === 0) return
  const rows = Math.max(0, Math.min(repeat, lastRow - row + 1))
  // Notes and merges are counted like cells.
  const copies = (rows - 1) * (cells.length + merges.length + notes.length)
  countCells(counter, copies, copies, limits)
  if (sheet.merges.length + rows * merges.length > limits.merges) throw refuseTooMany('merges', limits)
  for (let at = row; at < row + rows; at++) {
    for (const cell of cells) sheet.cells.push({...cell, row: at})
    for (const merge of merges)
      sheet.merges.push({...merge, top: at, bottom: Math.min(lastRow, merge.bottom + at - row)})
    for (const note of notes) sheet.notes.push({...note, row: at})
  }
}

/** Counts before anything is made. */
function countCells(counter: Counter, cells: number, repeated: number, limits: ReadLimits): void {
  counter.cells += cells
  counter.repeated += repeated
  if (counter.cells > limits.cells || counter.repeated > limits.cells / 10)
    throw refuseTooMany('cells', limits)
}

interface Attributes {
  type?: string
  value?: string
  date?: string
  boolean?: string
  formula?: string
}

function readAttributes(scanner: XmlScanner): Attributes {
  const formula = scanner.attribute('formula')
  return {
    type: scanner.attribute('value-type'),
    value: scanner.attribute('value'),
    date: scanner.attribute('date-value'),
    boolean: scanner.attribute('boolean-value'),
    ...(formula !== undefined && {
      formula: formula.replace(/^(?:of|oooc|msoxl):=?/, '') || unknownFormula
    })
  }
}

function toCell(
  row: number,
  column: number,
  text: string,
  {type, value, date, boolean, formula}: Attributes
): Cell {
  const more = formula === undefined ? {} : {formula}
  if (boolean !== undefined) return {row, column, text, value: boolean === 'true', ...more}
  if (formula !== undefined && /^(?:#|Err:)/.test(text))
    return {row, column, text, value: {error: text}, ...more}
  if (formula !== undefined && type === undefined && text === '')
    return {row, column, text, value: null, unknown: true, ...more}
  const number = toNumber(type, value, date)
  if (number === undefined) return {row, column, text, value: text, ...more}
  const format = guessFormat(type, text)
  return {row, column, text, value: number, ...(format && {format}), ...more}
}

function toNumber(
  type: string | undefined,
  value: string | undefined,
  date: string | undefined
): number | undefined {
  const content =
    type === 'date' ? toSerial(date ?? '') : type === 'string' || !value ? Number.NaN : Number(value)
  return Number.isFinite(content) ? content : undefined
}

/** The kind of format, told from what is shown: ODF describes formats in a language of its own. */
function guessFormat(type: string | undefined, text: string): string | undefined {
  if (type === 'date') return /年/.test(text) ? 'yyyy"年"m"月"d"日"' : 'yyyy/m/d'
  const decimals = /\.(\d+)%?$/.exec(text)?.[1]
  const places = decimals === undefined ? '0' : `0.${'0'.repeat(decimals.length)}`
  if (type === 'percentage') return `${places}%`
  return /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? `#,##${places}` : undefined
}

/** Pictures and shapes that hang on a cell; their text is not the cell's. */
const drawings = new Set([
  'frame',
  'table',
  'g',
  'a',
  'line',
  'rect',
  'circle',
  'ellipse',
  'path',
  'polygon',
  'polyline',
  'regular-polygon',
  'custom-shape',
  'connector',
  'caption',
  'measure',
  'control'
])

/** Paragraphs of a cell, parted by line breaks, and its note. */
function readContent(scanner: XmlScanner): {text: string; note?: {text: string; author?: string}} {
  const {depth} = scanner
  const paragraphs: string[] = []
  let note: {text: string; author?: string} | undefined
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) break
    if (kind === 'close') continue
    if (scanner.name === 'p') paragraphs.push(kind === 'open' ? readParagraph(scanner) : '')
    else if (scanner.name === 'annotation' && kind === 'open') note = readNote(scanner)
    else if (drawings.has(scanner.name) && kind === 'open') scanner.skipElement()
  }
  return {text: paragraphs.join('\n'), ...(note && {note})}
}

function readNote(scanner: XmlScanner): {text: string; author?: string} {
  const {depth} = scanner
  const paragraphs: string[] = []
  let author: string | undefined
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) break
    if (kind !== 'open') continue
    if (scanner.name === 'creator') author = scanner.text()
    else if (scanner.name === 'p') paragraphs.push(readParagraph(scanner))
  }
  return {text: paragraphs.join('\n'), ...(author && {author})}
}

/** Text of the paragraph just opened, with its spans; runs of blanks are written as `text:s` (ODF 6.1.3). */
function readParagraph(scanner: XmlScanner): string {
  const {depth} = scanner
  let text = scanner.text()
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) return text
    if (kind !== 'close') {
      if (scanner.name === 's') text += ' '.repeat(repeatOf(scanner, 'c', 1000))
      else if (scanner.name === 'tab') text += '\t'
      else if (scanner.name === 'line-break') text += '\n'
      else if (kind === 'open' && (scanner.name === 'ruby-text' || scanner.name === 'note')) {
        scanner.skipElement()
      }
    }
    text += scanner.text()
  }
}

/** A count in an attribute, at least 1 and at most `most`. */
function repeatOf(scanner: XmlScanner, name: string, most: number): number {
  const count = Number(scanner.attribute(name) ?? 1)
  return Number.isInteger(count) && count >= 1 ? Math.min(count, most) : 1
}
