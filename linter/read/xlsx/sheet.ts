import {formatAddress, parseRange} from '../../../shared/workbook/address.js'
import {formatNumber} from '../../../shared/workbook/number-format.js'
import {
  unknownFormula,
  type Cell,
  type Range,
  type ReadWarning,
  type Sheet
} from '../../../shared/workbook/workbook.js'
import {lastColumn, lastRow, type ReadLimits} from '../limits.js'
import {refuseTooMany} from '../too-large.js'
import {ReadError} from '../read-error.js'
import {makePlainCell, readPlainCell, skipEmptyCells, type PlainCell} from './plain-cell.js'
import {readPlainMerge} from './plain-merge.js'
import {noteRow, readPlainRow, type PlainRow} from './plain-row.js'
import {readPlace} from './place.js'
import {readStringItem, unescapeControls, type StringItem} from './rich-text.js'
import {decodeEntities, XmlScanner} from './xml-scanner.js'

export interface SheetContext {
  name: string
  part: string
  strings: StringItem[]
  formats: string[]
  date1904: boolean
  limits: ReadLimits
  /** Cells read so far in the whole workbook. */
  counter: {cells: number}
  warnings: ReadWarning[]
}

/** The context with what only one sheet needs. */
interface OwnContext extends SheetContext {
  /** Warnings so far, by code. */
  warned: Map<string, number>
  plain: PlainCell
  /** Place of the last cell with content. */
  row: number
  column: number
  /** Whether the cells stand in order and at one place each. */
  sorted: boolean
}

/** Where a cell element stands in the part's text, for a later patch. */
export type CellVisitor = (row: number, column: number, start: number, end: number) => void

type SheetContent = Pick<Sheet, 'cells' | 'merges' | 'hiddenRows' | 'hiddenColumns'>

/**
 * Reads a worksheet part in one pass: cells with values, text as shown and formulas; merges; hidden rows and columns.
 * Empty cells with a style are passed over. `visit` is told where each cell element stands.
 */
export function readSheet(xml: string, shared: SheetContext, visit?: CellVisitor): SheetContent {
  const context = makeOwnContext(shared)
  const scanner = new XmlScanner(xml, context.part, context.limits.depth)
  const content: SheetContent = {cells: [], merges: [], hiddenRows: [], hiddenColumns: []}
  const hidden = new Set<number>()
  const place = {row: 0, column: 0}
  let column = 0
  // Form controls behind the data have `row` and `col` elements of their own.
  let inData = false
  let inRow = false
  if (scanner.next() !== 'end' && scanner.name !== 'worksheet') {
    warn(
      context,
      'sheet-missing',
      '内容不是工作表，未检查。文件可能已损坏，请用 Excel 或 WPS 打开核对。',
      'its content is not a worksheet and was not checked. The file may be damaged; open it in Excel or WPS.'
    )
    return content
  }
  const row: PlainRow = {number: 0, depth: 0, rest: '', hidden: false}
  for (;;) {
    if (inRow) column = readPlainCells(scanner, row, column, content.cells, hidden, context, visit)
    const kind = scanner.next()
    if (kind === 'end') break
    if (kind === 'close') {
      if (scanner.name === 'sheetData') inData = false
      else if (scanner.name === 'row') inRow = false
      continue
    }
    switch (scanner.name) {
      case 'sheetData':
        inData = kind === 'open'
        break
      case 'row': {
        if (!inData) break
        const written = scanner.attribute('r')
        const number = written === undefined ? row.number + 1 : Number(written)
        if (!(number >= 1 && number <= lastRow && Number.isInteger(number)))
          throw badPlace(context, written ?? String(number))
        row.number = number
        row.hidden = isOn(scanner.attribute('hidden'))
        if (row.hidden) hidden.add(number)
        column = 0
        inRow = kind === 'open'
        if (inRow) noteRow(scanner, row)
        break
      }
      case 'c': {
        if (!inData) break
        const {start} = scanner
        const address = scanner.attribute('r')
        if (address === undefined) {
          place.row = Math.max(1, row.number)
          place.column = column + 1
        } else if (address === '' || readPlace(address, 0, place) !== address.length)
          throw badPlace(context, address)
        if (place.column > lastColumn) throw badPlace(context, address ?? '')
        column = place.column
        if (kind === 'open') {
          const cell = readCell(scanner, place.row, place.column, context)
          if (cell) addCell(content.cells, cell, context)
        }
        visit?.(place.row, place.column, start, scanner.end)
        break
      }
      case 'col':
        if (!inData && isOn(scanner.attribute('hidden'))) addHiddenColumns(scanner, content.hiddenColumns)
        break
      case 'mergeCells':
        if (kind === 'open') scanner.end = readPlainMerges(xml, scanner.end, content.merges, context)
        break
      case 'mergeCell':
        readMerge(scanner.attribute('ref') ?? '', content.merges, context)
        if (kind === 'empty') scanner.end = readPlainMerges(xml, scanner.end, content.merges, context)
        break
    }
  }
  if (!context.sorted) content.cells = sortCells(content.cells, context)
  content.hiddenRows = toSpans([...hidden].sort((a, b) => a - b).map((number) => [number, number]))
  content.hiddenColumns = toSpans(content.hiddenColumns.sort((a, b) => a[0] - b[0]))
  return content
}

/**
 * Reads cells and rows as nearly all programs write them up to something else, which is left to the scanner; gives the column
 * of the last cell.
 */
function readPlainCells(
  scanner: XmlScanner,
  row: PlainRow,
  before: number,
  cells: Cell[],
  hidden: Set<number>,
  context: OwnContext,
  visit: CellVisitor | undefined
): number {
  const {xml} = scanner
  const {plain} = context
  let column = before
  let at = scanner.end
  for (;;) {
    const end = readPlainCell(xml, at, plain)
    if (end > 0) {
      column = plain.column
      if (plain.type !== 'empty') addPlainCell(cells, xml, plain, context)
      visit?.(plain.row, column, at, end)
      at = plain.type === 'empty' && !visit ? skipEmptyCells(xml, end) : end
      continue
    }
    const behind = scanner.depth === row.depth ? readPlainRow(xml, at, row) : 0
    if (behind === 0) break
    at = behind
    column = 0
    if (row.hidden) hidden.add(row.number)
  }
  scanner.end = at
  return column
}

/** Written out, for copies made by spreading have a shape of their own each time. */
function makeOwnContext(shared: SheetContext): OwnContext {
  return {
    name: shared.name,
    part: shared.part,
    strings: shared.strings,
    formats: shared.formats,
    date1904: shared.date1904,
    limits: shared.limits,
    counter: shared.counter,
    warnings: shared.warnings,
    warned: new Map(),
    plain: makePlainCell(),
    row: 0,
    column: 0,
    sorted: true
  }
}

function readMerge(written: string, merges: Range[], context: OwnContext): void {
  const range = parseRange(written)
  if (!range || range.bottom > lastRow || range.right > lastColumn) {
    warn(
      context,
      'bad-merge',
      `合并区域“${written}”无法识别，已略过。`,
      `the merged area "${written}" cannot be read and was left out.`
    )
  } else addMerge(merges, range, context)
}

/** Reads merges as nearly all programs write them, and gives the offset behind the last. */
function readPlainMerges(xml: string, from: number, merges: Range[], context: OwnContext): number {
  let at = from
  for (;;) {
    const range: Range = {top: 0, left: 0, bottom: 0, right: 0}
    const end = readPlainMerge(xml, at, range)
    if (end === 0) return at
    addMerge(merges, range, context)
    at = end
  }
}

function addHiddenColumns(scanner: XmlScanner, spans: [number, number][]): void {
  const first = Number(scanner.attribute('min'))
  const last = Math.min(Number(scanner.attribute('max')), lastColumn)
  if (Number.isInteger(first) && Number.isInteger(last) && first >= 1 && first <= last)
    spans.push([first, last])
}

function addCell(cells: Cell[], cell: Cell, context: OwnContext): void {
  if (++context.counter.cells > context.limits.cells)
    throw refuseTooMany('cells', context.limits, {sheet: context.name, part: context.part})
  const {row, column} = cell
  if (row < context.row || (row === context.row && column <= context.column)) context.sorted = false
  context.row = row
  context.column = column
  cells.push(cell)
}

function addPlainCell(cells: Cell[], xml: string, plain: PlainCell, context: OwnContext): void {
  const {row, column, style, type, from, to, number} = plain
  const code = style < 0 ? undefined : context.formats[style]
  const format = code === 'General' ? undefined : code
  let text: string | undefined
  let value: string | number = number
  if (type === 'n') {
    if (!Number.isNaN(number)) text = formatNumber(number, format ?? 'General', context.date1904)
  } else if (type === 's') {
    const item = context.strings[number]
    if (item && !item.rich) value = text = item.text
  } else value = text = unescapeControls(decodeEntities(xml.slice(from, to)))
  if (text !== undefined) {
    // Made whole at once, for a property that is added later costs a cell half as much again.
    const cell: Cell = format === undefined ? {row, column, text, value} : {row, column, text, value, format}
    addCell(cells, cell, context)
    return
  }
  const cell: Cell = {row, column, text: '', value: null}
  if (format !== undefined) cell.format = format
  setValue(cell, xml.slice(from, to), type, context)
  addCell(cells, cell, context)
}

function readCell(scanner: XmlScanner, row: number, column: number, context: OwnContext): Cell | undefined {
  const type = scanner.attribute('t')
  const style = scanner.attribute('s')
  const depth = scanner.depth
  let raw: string | undefined
  let formula: string | undefined
  let inline: StringItem | undefined
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) break
    if (kind === 'close') continue
    if (scanner.name === 'v') raw = kind === 'open' ? scanner.text() : ''
    else if (scanner.name === 'f') {
      // Copies of a shared formula name it by number only (ECMA-376 part 1, 18.3.1.40).
      const text = kind === 'open' ? scanner.text() : ''
      formula = text || (formula ?? unknownFormula)
    } else if (scanner.name === 'is' && kind === 'open') inline = readStringItem(scanner)
  }
  if (raw === undefined && inline === undefined && formula === undefined) return undefined
  const cell: Cell = {row, column, text: '', value: null}
  const format = style === undefined ? undefined : context.formats[Number(style)]
  if (format !== undefined && format !== 'General') cell.format = format
  if (formula !== undefined) cell.formula = formula
  if (inline) setText(cell, inline.text, inline.rich)
  else if (raw === undefined || (raw === '' && type !== 'str')) {
    if (formula === undefined) return undefined
    cell.unknown = true
  } else setValue(cell, raw, type, context)
  return cell
}

function setValue(cell: Cell, raw: string, type: string | undefined, context: OwnContext): void {
  switch (type) {
    case 's': {
      const item = context.strings[Number(raw)]
      if (item) setText(cell, item.text, item.rich)
      else {
        warn(
          context,
          'string-missing',
          `单元格 ${formatAddress(cell.row, cell.column)} 的文字在文件里找不到（第 ${raw} 条），按空白处理。`,
          `the text of cell ${formatAddress(cell.row, cell.column)} (string ${raw}) is not in the file; the cell is taken as empty.`,
          formatAddress(cell.row, cell.column)
        )
      }
      break
    }
    case 'str':
    case 'inlineStr':
      setText(cell, unescapeControls(raw), false)
      break
    case 'b':
      cell.value = raw.trim() === '1' || raw.trim() === 'true'
      cell.text = cell.value ? 'TRUE' : 'FALSE'
      break
    case 'e':
      cell.value = {error: raw}
      cell.text = raw
      break
    case 'd':
      setText(cell, raw, false)
      break
    default: {
      const number = Number(raw)
      if (raw.trim() === '' || !Number.isFinite(number)) {
        setText(cell, raw, false)
        break
      }
      cell.value = number
      cell.text = formatNumber(number, cell.format ?? 'General', context.date1904)
    }
  }
}

function setText(cell: Cell, text: string, rich: boolean): void {
  cell.value = text
  cell.text = text
  if (rich) cell.richText = true
}

/** Adds a merged area; one of a single cell is none. */
function addMerge(merges: Range[], range: Range, context: SheetContext): void {
  if (range.top === range.bottom && range.left === range.right) return
  if (merges.length >= context.limits.merges) {
    throw refuseTooMany('merges', context.limits, {sheet: context.name, part: context.part})
  }
  merges.push(range)
}

/** Sorts by row and column; of two cells at one address the later one stays, as in Excel's repair. */
function sortCells(cells: Cell[], context: OwnContext): Cell[] {
  const sorted = cells.sort((a, b) => a.row - b.row || a.column - b.column)
  return sorted.filter((cell, index) => {
    const next = sorted[index + 1]
    if (next?.row !== cell.row || next.column !== cell.column) return true
    const address = formatAddress(cell.row, cell.column)
    warn(
      context,
      'duplicate-cell',
      `单元格 ${address} 在文件里出现了不止一次，以最后一次为准。请用 Excel 或 WPS 打开核对。`,
      `cell ${address} stands in the file more than once; the last one counts. Open the file in Excel or WPS to check.`,
      address
    )
    return false
  })
}

/** Joins spans, sorted by their first number, that touch or overlap. */
function toSpans(sorted: [number, number][]): [number, number][] {
  const spans: [number, number][] = []
  for (const [first, end] of sorted) {
    const last = spans.at(-1)
    if (last && first <= last[1] + 1) last[1] = Math.max(last[1], end)
    else spans.push([first, end])
  }
  return spans
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** So many warnings of one kind and sheet are told one by one. */
const warningLimit = 20

function warn(context: OwnContext, code: string, zh: string, en: string, cell?: string): void {
  const count = (context.warned.get(code) ?? 0) + 1
  context.warned.set(code, count)
  if (count > warningLimit + 1) return
  const more = count > warningLimit
  context.warnings.push({
    code,
    message: {
      zh: `工作表“${context.name}”：${more ? '还有更多同类问题，不再逐一列出。' : zh}`,
      en: `Sheet "${context.name}": ${more ? 'there are more problems of this kind, which are not listed.' : en}`
    },
    sheet: context.name,
    ...(cell && !more && {cell})
  })
}

function badPlace(context: SheetContext, address: string): ReadError {
  return new ReadError(
    'bad-xml',
    {
      zh: `工作表“${context.name}”里有无法识别的单元格地址“${address}”，文件可能已损坏，请重新保存。`,
      en: `Sheet "${context.name}" holds the unreadable cell address "${address}"; the file may be damaged. Save it again.`
    },
    context.part
  )
}
