import type {Sheet, Workbook} from '../../../shared/workbook/workbook.js'
import type {ReadLimits} from '../limits.js'
import {ReadError} from '../read-error.js'
import {TableCells} from '../table-cells.js'
import {decodeXml, XmlScanner} from '../xlsx/xml-scanner.js'
import type {ZipArchive} from '../xlsx/zip-directory.js'

const part = 'word/document.xml'

/**
 * Reads the text of a Word document as one sheet: each paragraph is a row, each table takes as many rows as it has, with
 * `w:gridSpan` and `w:vMerge` as merged areas (ECMA-376 part 1, 17.4). Deleted text of tracked changes, tables inside
 * cells and text boxes are told from the rest: the first is left out, the others are read as text of their cell.
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
    }
  }
  const sheet: Sheet = {
    name: '正文',
    visibility: 'visible',
    cells: table.cells,
    merges: table.merges,
    notes: [],
    hiddenRows: [],
    hiddenColumns: []
  }
  return {format: 'docx', date1904: false, sheets: [sheet], warnings: []}
}

function isDocument({name}: XmlScanner): boolean {
  return name === 'document'
}

interface WordCell {
  text: string
  span: number
  /** `restart` begins a merge over rows, `continue` goes on with it. */
  merge?: 'restart' | 'continue'
  column: number
}

function readTable(scanner: XmlScanner, table: TableCells): void {
  const {depth} = scanner
  const rows: WordCell[][] = []
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) break
    if (kind !== 'open') continue
    if (scanner.name === 'tr') rows.push([])
    else if (scanner.name === 'tc') {
      const row = rows.at(-1)
      const last = row?.at(-1)
      row?.push(readCell(scanner, last ? last.column + last.span : 1))
    } else if (scanner.name === 'gridBefore' || scanner.name === 'trPr') continue
  }
  for (const [index, row] of rows.entries()) {
    table.startRow()
    for (const cell of row) {
      if (cell.merge === 'continue') {
        // Covered by the cell above where that began the merge; else an empty cell of its own.
        if (!isContinued(rows, index, cell)) table.skip(cell.span)
        continue
      }
      table.add(cell.text, cell.span, cell.merge === 'restart' ? heightOf(rows, index, cell) : 1)
    }
  }
}

function heightOf(rows: WordCell[][], from: number, cell: WordCell): number {
  let height = 1
  while (
    rows[from + height]?.some(
      (below) => below.column === cell.column && below.span === cell.span && below.merge === 'continue'
    )
  )
    height++
  return height
}

function isContinued(rows: WordCell[][], index: number, cell: WordCell): boolean {
  for (let above = index - 1; above >= 0; above--) {
    const over = rows[above]?.find(({column}) => column === cell.column)
    if (over?.span !== cell.span) return false
    if (over.merge === 'restart') return true
    if (over.merge !== 'continue') return false
  }
  return false
}

function readCell(scanner: XmlScanner, column: number): WordCell {
  const {depth} = scanner
  const cell: WordCell = {text: '', span: 1, column}
  const paragraphs: string[] = []
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) break
    if (scanner.name === 'gridSpan' && kind !== 'close') {
      const span = Number(scanner.attribute('val'))
      if (Number.isInteger(span) && span >= 1 && span <= 1000) cell.span = span
    } else if (scanner.name === 'vMerge' && kind !== 'close')
      cell.merge = scanner.attribute('val') === 'restart' ? 'restart' : 'continue'
    else if (scanner.name === 'p' && kind === 'open') paragraphs.push(readText(scanner))
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
      case 'del':
      case 'moveFrom':
      case 'pPr':
      case 'Fallback':
        if (kind === 'open') scanner.skipElement()
        break
    }
  }
}
