import type {Range, Workbook} from '../../../shared/workbook/workbook.js'
import type {ReadLimits} from '../limits.js'
import {ReadError} from '../read-error.js'
import {plainSheet} from '../plain-sheet.js'
import {TableCells} from '../table-cells.js'
import {decodeXml, XmlScanner} from '../xlsx/xml-scanner.js'
import type {ZipArchive} from '../xlsx/zip-directory.js'

const part = 'word/document.xml'

/**
 * Reads the text of a Word document as one sheet: each paragraph is a row, each table takes as many rows as it has, with
 * `w:gridSpan` and `w:vMerge` as merged areas (ECMA-376 part 1, 17.4). Text, rows and cells deleted by tracked changes are
 * left out; tables inside cells and text boxes are read as text of their cell. Throws {@link ReadError}.
 */
export function readDocx(zip: ZipArchive, limits: ReadLimits): Workbook {
  const scanner = new XmlScanner(decodeXml(zip.read(part), part), part, limits.depth)
  const table = new TableCells(limits)
  if (scanner.next() !== 'open' || !isDocument(scanner)) {
    throw new ReadError('not-a-workbook', {
      zh: '这个 Word 文件里没有正文，可能已损坏。请重新保存后再检查。',
      en: 'This Word file holds no document; it may be damaged. Save it again and check again.'
    })
  }
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') break
    if (kind !== 'open') continue
    if (scanner.name === 'tbl') readTable(scanner, table)
    else if (scanner.name === 'p') {
      const text = readText(scanner).trim()
      if (text === '') continue
      table.startRow()
      table.add(text)
    } else if (passedOver.has(scanner.name)) scanner.skipElement()
  }
  const sheet = plainSheet('正文', table.cells, table.merges)
  return {format: 'docx', date1904: false, sheets: [sheet], warnings: []}
}

function isDocument({name}: XmlScanner): boolean {
  return name === 'document'
}

/** Deleted text, settings, and the second telling of what newer programs show another way. */
const passedOver = new Set(['del', 'moveFrom', 'pPr', 'rPr', 'sectPr', 'tblPr', 'Fallback'])

interface WordCell {
  text: string
  span: number
  /** `restart` begins a merge over rows, `continue` goes on with it. */
  down?: 'restart' | 'continue'
  /** Part of the cell to its left, as old programs write it. */
  across?: boolean
  deleted?: boolean
}

/** Areas of the row above that may go on, by the column they begin in. */
type OpenAreas = Map<number, Range>

function readTable(scanner: XmlScanner, table: TableCells): void {
  const {depth} = scanner
  let open: OpenAreas = new Map()
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) break
    if (kind !== 'open') continue
    if (scanner.name === 'tr') {
      const {cells, before} = readRow(scanner)
      if (cells.length > 0) open = placeRow(table, cells, before, open)
    } else if (passedOver.has(scanner.name)) scanner.skipElement()
  }
  table.endTable()
}

function placeRow(table: TableCells, cells: WordCell[], before: number, open: OpenAreas): OpenAreas {
  const next: OpenAreas = new Map()
  table.startRow()
  table.moveTo(1 + before)
  for (const {text, span, down} of cells) {
    const above = down === 'continue' ? open.get(table.column) : undefined
    if (above?.right === table.column + span - 1) {
      table.extend(above)
      next.set(above.left, above)
    } else {
      // A merge that nothing above has begun is a cell of its own.
      const area = table.add(text, span)
      if (down) next.set(area.left, area)
    }
  }
  return next
}

/** The cells of the row just opened, none when the row is deleted, and the grid columns left free before them. */
function readRow(scanner: XmlScanner): {cells: WordCell[]; before: number} {
  const {depth} = scanner
  const cells: WordCell[] = []
  let before = 0
  let deleted = false
  let inProperties = false
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) break
    if (scanner.name === 'trPr') inProperties = kind === 'open'
    else if (kind === 'close') continue
    else if (inProperties) {
      if (scanner.name === 'gridBefore') before = countOf(scanner)
      else if (scanner.name === 'del') deleted = true
    } else if (scanner.name === 'tc' && kind === 'open') {
      const cell = readCell(scanner)
      const last = cells.at(-1)
      if (cell.across && last) last.span = Math.min(mostColumns, last.span + cell.span)
      else if (!cell.deleted) cells.push(cell)
    } else if (kind === 'open' && passedOver.has(scanner.name)) scanner.skipElement()
  }
  return {cells: deleted ? [] : cells, before}
}

/** Word allows 63 columns; other programs some more. */
const mostColumns = 1000

function countOf(scanner: XmlScanner): number {
  const count = Number(scanner.attribute('val'))
  return Number.isInteger(count) && count >= 1 ? Math.min(count, mostColumns) : 1
}

function readCell(scanner: XmlScanner): WordCell {
  const {depth} = scanner
  const cell: WordCell = {text: '', span: 1}
  const paragraphs: string[] = []
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) break
    if (kind === 'close') continue
    // Settings of the cell itself, not of a table inside it.
    const own = scanner.depth - (kind === 'open' ? 1 : 0) === depth + 1
    if (scanner.name === 'p') {
      if (kind === 'open') paragraphs.push(readText(scanner))
    } else if (own && scanner.name === 'gridSpan') cell.span = countOf(scanner)
    else if (own && scanner.name === 'vMerge')
      cell.down = scanner.attribute('val') === 'restart' ? 'restart' : 'continue'
    else if (own && scanner.name === 'hMerge') cell.across = scanner.attribute('val') !== 'restart'
    else if (own && scanner.name === 'cellDel') cell.deleted = true
    else if (kind === 'open' && passedOver.has(scanner.name)) scanner.skipElement()
  }
  cell.text = paragraphs.join('\n').trim()
  return cell
}

/** The text of the paragraph just opened; line breaks and tabs as such. */
function readText(scanner: XmlScanner): string {
  const {depth} = scanner
  let text = ''
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) return text
    if (kind === 'close') continue
    switch (scanner.name) {
      case 't':
        if (kind === 'open') text += scanner.text()
        break
      case 'tab':
        text += '\t'
        break
      case 'br':
      case 'cr':
        text += '\n'
        break
      case 'noBreakHyphen':
        text += '-'
        break
      default:
        if (kind === 'open' && passedOver.has(scanner.name)) scanner.skipElement()
    }
  }
}
