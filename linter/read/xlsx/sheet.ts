import {formatAddress, parseColumn, parseRange} from '../../../shared/workbook/address.js'
import {formatNumber} from '../../../shared/workbook/number-format.js'
import type {Cell, Range, ReadWarning, Sheet} from '../../../shared/workbook/workbook.js'
import type {ReadLimits} from '../limits.js'
import {ReadError} from '../read-error.js'
import {readStringItem, unescapeControls, type StringItem} from './rich-text.js'
import {XmlScanner} from './xml-scanner.js'

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

/** Where a cell element stands in the part's text, for a later patch. */
export type CellVisitor = (row: number, column: number, start: number, end: number) => void

type SheetContent = Pick<Sheet, 'cells' | 'merges' | 'hiddenRows' | 'hiddenColumns'>

/**
 * Reads a worksheet part in one pass: cells with values, text as shown and formulas; merges; hidden rows and columns.
 * Empty cells with a style are passed over. `visit` is told where each cell element stands.
 */
export function readSheet(xml: string, context: SheetContext, visit?: CellVisitor): SheetContent {
  const scanner = new XmlScanner(xml, context.part, context.limits.depth)
  const content: SheetContent = {cells: [], merges: [], hiddenRows: [], hiddenColumns: []}
  const hidden = new Set<number>()
  let row = 0
  let column = 0
  let sorted = true
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') break
    if (kind === 'close') continue
    switch (scanner.name) {
      case 'row': {
        const number = Number(scanner.attribute('r') ?? row + 1)
        if (!(number >= 1 && number <= 1048576)) throw badPlace(context, String(scanner.attribute('r')))
        if (number < row) sorted = false
        row = number
        column = 0
        if (isOn(scanner.attribute('hidden'))) hidden.add(row)
        break
      }
      case 'c': {
        const {start} = scanner
        const address = scanner.attribute('r')
        const place = address === undefined ? {row: Math.max(1, row), column: column + 1} : parsePlace(address)
        if (!place) throw badPlace(context, address ?? '')
        if (place.column <= column || place.row !== row) sorted = sorted && place.row === row && place.column > column
        column = place.column
        if (kind === 'open') {
          const cell = readCell(scanner, place, context)
          if (cell) {
            if (++context.counter.cells > context.limits.cells) throw tooManyCells(context)
            content.cells.push(cell)
          }
        }
        visit?.(place.row, place.column, start, scanner.end)
        break
      }
      case 'col':
        if (isOn(scanner.attribute('hidden'))) {
          content.hiddenColumns.push([Number(scanner.attribute('min')), Number(scanner.attribute('max'))])
        }
        break
      case 'mergeCell': {
        const range = parseRange(scanner.attribute('ref') ?? '')
        if (!range) warn(context, 'bad-merge', `合并区域“${scanner.attribute('ref') ?? ''}”无法识别，已略过。`, `The merged area "${scanner.attribute('ref') ?? ''}" cannot be read and was left out.`)
        else if (range.top !== range.bottom || range.left !== range.right) addMerge(content.merges, range, context)
        break
      }
    }
  }
  if (!sorted) content.cells = sortCells(content.cells)
  content.hiddenRows = toSpans([...hidden].sort((a, b) => a - b))
  return content
}

function parsePlace(address: string): {row: number; column: number} | undefined {
  let at = 0
  while (at < address.length && address.charCodeAt(at) > 57) at++
  const row = Number(address.slice(at))
  const column = parseColumn(address.slice(0, at))
  return row >= 1 && row <= 1048576 && column >= 1 && column <= 16384 && Number.isInteger(row) ? {row, column} : undefined
}

function readCell(scanner: XmlScanner, {row, column}: {row: number; column: number}, context: SheetContext): Cell | undefined {
  const type = scanner.attribute('t')
  const style = scanner.attribute('s')
  const depth = scanner.depth
  let raw: string | undefined
  let formula: string | undefined
  let inline: StringItem | undefined
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end' || (kind === 'close' && scanner.depth < depth)) break
    if (scanner.name === 'v' && kind === 'open') raw = scanner.text()
    else if (scanner.name === 'f') {
      if (kind === 'open') formula = scanner.text()
      else if (kind === 'empty') formula ??= ''
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

function setValue(cell: Cell, raw: string, type: string | undefined, context: SheetContext): void {
  switch (type) {
    case 's': {
      const item = context.strings[Number(raw)]
      if (item) setText(cell, item.text, item.rich)
      else {
        warn(
          context,
          'string-missing',
          `单元格 ${formatAddress(cell.row, cell.column)} 的文字在文件里找不到（第 ${raw} 条），按空白处理。`,
          `The text of cell ${formatAddress(cell.row, cell.column)} (string ${raw}) is not in the file; the cell is taken as empty.`,
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

function addMerge(merges: Range[], range: Range, context: SheetContext): void {
  if (merges.length >= context.limits.merges) {
    throw new ReadError(
      'too-large',
      {
        zh: `工作表“${context.name}”的合并区域超过 ${context.limits.merges} 个，不像正常的表格，已拒绝读取。`,
        en: `Sheet "${context.name}" has more than ${context.limits.merges} merged areas; this is no ordinary table.`
      },
      context.part
    )
  }
  merges.push(range)
}

function sortCells(cells: Cell[]): Cell[] {
  return cells.sort((a, b) => a.row - b.row || a.column - b.column)
}

function toSpans(rows: number[]): [number, number][] {
  const spans: [number, number][] = []
  for (const row of rows) {
    const last = spans.at(-1)
    if (last && last[1] === row - 1) last[1] = row
    else spans.push([row, row])
  }
  return spans
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

function warn(context: SheetContext, code: string, zh: string, en: string, cell?: string): void {
  context.warnings.push({code, message: {zh: `工作表“${context.name}”：${zh}`, en: `Sheet "${context.name}": ${en}`}, sheet: context.name, ...(cell && {cell})})
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

function tooManyCells(context: SheetContext): ReadError {
  return new ReadError(
    'too-large',
    {
      zh: `单元格超过 ${context.limits.cells} 个，不像绩效目标表，已拒绝读取。`,
      en: `The workbook has more than ${context.limits.cells} cells; this is no target workbook.`
    },
    context.part
  )
}
