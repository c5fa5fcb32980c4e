import type {Cell, CellValue, Note, Range, Sheet, Workbook} from '../../../shared/workbook/workbook.js'
import type {ReadLimits} from '../limits.js'
import {ReadError} from '../read-error.js'
import {decodeXml, XmlScanner} from '../xlsx/xml-scanner.js'
import type {ZipArchive} from '../xlsx/zip-directory.js'

const part = 'content.xml'
const lastRow = 1048576
const lastColumn = 16384

/**
 * Reads an OpenDocument spreadsheet (OASIS ODF 1.3 part 3, chapter 9): values, the text shown, merges, notes, hidden rows,
 * columns and sheets. Repeated cells and rows are counted, and repeated only where they hold something. Throws
 * {@link ReadError}, also for encrypted files.
 */
export function readOds(zip: ZipArchive, limits: ReadLimits): Workbook {
  const manifest = 'META-INF/manifest.xml'
  if (zip.has(manifest) && decodeXml(zip.read(manifest), manifest).includes('encryption-data')) {
    throw new ReadError('encrypted', {
      zh: '文件设有打开密码，无法检查。请去掉密码后另存，再检查。',
      en: 'The file is password-protected. Remove the password, save it, and check again.'
    })
  }
  const scanner = new XmlScanner(decodeXml(zip.read(part), part), part, limits.depth)
  const hiddenStyles = new Set<string>()
  const workbook: Workbook = {format: 'ods', date1904: false, sheets: [], warnings: []}
  let style = ''
  const counter = {cells: 0}
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') break
    if (kind === 'close') continue
    if (scanner.name === 'style') style = scanner.attribute('name') ?? ''
    else if (scanner.name === 'table-properties' && scanner.attribute('display') === 'false')
      hiddenStyles.add(style)
    else if (scanner.name === 'table' && kind === 'open') {
      const hidden = hiddenStyles.has(scanner.attribute('style-name') ?? '')
      workbook.sheets.push(readTable(scanner, hidden, limits, counter))
      if (workbook.sheets.length > limits.sheets) throw tooLarge()
    }
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

function readTable(
  scanner: XmlScanner,
  hidden: boolean,
  limits: ReadLimits,
  counter: {cells: number}
): Sheet {
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
  counter: {cells: number}
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
      for (let at = column; at < column + times && at <= lastColumn; at++) {
        if (++counter.cells > limits.cells) throw tooLarge()
        cells.push(toCell(row, at, text, attributes))
      }
    }
    column += times
  }
  for (let at = row; at < row + repeat && at <= lastRow; at++) {
    if (cells.length === 0 && merges.length === 0 && notes.length === 0) break
    if (at > row && (counter.cells += cells.length) > limits.cells) throw tooLarge()
    for (const cell of cells) sheet.cells.push({...cell, row: at})
    for (const merge of merges) sheet.merges.push({...merge, top: at, bottom: merge.bottom + at - row})
    for (const note of notes) sheet.notes.push({...note, row: at})
    if (sheet.merges.length > limits.merges) throw tooLarge()
  }
}

interface Attributes {
  type?: string
  value?: string
  boolean?: string
  formula?: string
}

function readAttributes(scanner: XmlScanner): Attributes {
  const formula = scanner.attribute('formula')
  return {
    type: scanner.attribute('value-type'),
    value: scanner.attribute('value'),
    boolean: scanner.attribute('boolean-value'),
    ...(formula !== undefined && {formula: formula.replace(/^(?:of|oooc|msoxl):=?/, '')})
  }
}

function toCell(
  row: number,
  column: number,
  text: string,
  {type, value, boolean, formula}: Attributes
): Cell {
  const number = value === undefined ? NaN : Number(value)
  let content: CellValue = text
  if (boolean !== undefined) content = boolean === 'true'
  else if (/^(?:#|Err:)/.test(text) && formula !== undefined) content = {error: text}
  else if (Number.isFinite(number) && type !== 'string') content = number
  const shown = /[\d.]+(?:\.(\d+))?%$/.exec(text)
  return {
    row,
    column,
    text,
    value: content,
    ...(type === 'percentage' && {format: shown?.[1] ? `0.${'0'.repeat(shown[1].length)}%` : '0%'}),
    ...(formula !== undefined && {formula})
  }
}

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
    else if ((scanner.name === 'frame' || scanner.name === 'table') && kind === 'open') scanner.skipElement()
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

function tooLarge(): ReadError {
  return new ReadError('too-large', {
    zh: '表格过大，不像绩效目标表，已拒绝读取。',
    en: 'The tables are too large for a target workbook; the file was not read.'
  })
}
