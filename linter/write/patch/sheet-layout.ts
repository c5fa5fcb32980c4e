import {parseRange} from '../../../shared/workbook/address.js'
import type {Range} from '../../../shared/workbook/workbook.js'
import {XmlScanner} from '../../read/xlsx/xml-scanner.js'
import {prefixOf} from './open-tag.js'

export interface CellSpot {
  column: number
  start: number
  openEnd: number
  end: number
}

export interface RowSpot {
  start: number
  openEnd: number
  /** Where its closing tag begins; absent when it is self-closed. */
  closeStart?: number
  cells: CellSpot[]
}

/** Where things stand in the text of a worksheet part: what is needed to change a few cells and nothing else. */
export interface SheetLayout {
  /** Opening tag of the root and the prefix, with colon, of the part's elements. */
  rootTag: string
  prefix: string
  /** The wanted rows that are there. Of a row written twice, both. */
  rows: Map<number, RowSpot[]>
  /** Where a wanted row that is missing belongs. */
  missingRows: Map<number, number>
  data: {start: number; openEnd: number; closeStart?: number}
  /** Elements right below the root. */
  children: {name: string; start: number; end: number}[]
  /** Areas whose cells are results of one array formula or data table. */
  arrays: Range[]
  columns: {first: number; last: number; width?: number; style?: number; hidden: boolean}[]
  defaultWidth: number
  /** Heights of rows in points, where written; 0 for hidden ones. */
  heights: Map<number, number>
  defaultHeight: number
  /** Ids of relationships of elements right below the root, by element name. */
  references: Map<string, string>
}

/** Reads where the wanted rows, their cells and the elements of a worksheet part stand. */
export function layOutSheet(xml: string, part: string, wantedRows: Iterable<number>): SheetLayout {
  const scanner = new XmlScanner(xml, part)
  scanner.next()
  const rootTag = xml.slice(scanner.start, scanner.end)
  const layout: SheetLayout = {
    rootTag,
    prefix: prefixOf(rootTag),
    rows: new Map(),
    missingRows: new Map(),
    data: {start: scanner.end, openEnd: scanner.end},
    children: [],
    arrays: [],
    columns: [],
    defaultWidth: 8.43,
    heights: new Map(),
    defaultHeight: 15,
    references: new Map()
  }
  const wanted = new Set(wantedRows)
  const numbers: number[] = []
  const starts: number[] = []
  let inData = false
  let number = 0
  let row: RowSpot | undefined
  let cell: CellSpot | undefined
  let column = 0
  for (;;) {
    const kind = scanner.next()
    if (kind === 'end') break
    const {name, depth} = scanner
    if (kind === 'close') {
      if (depth === 1) {
        const child = layout.children.at(-1)
        if (child) child.end = scanner.end
        if (name === 'sheetData') {
          inData = false
          layout.data.closeStart = scanner.start
        }
      } else if (inData && depth === 2 && row) row.closeStart = scanner.start
      else if (inData && depth === 3 && cell) cell.end = scanner.end
      continue
    }
    const level = kind === 'open' ? depth - 1 : depth
    if (level === 1) {
      layout.children.push({name, start: scanner.start, end: scanner.end})
      const id = scanner.attribute('id')
      if (id !== undefined) layout.references.set(name, id)
      if (name === 'sheetData') {
        inData = kind === 'open'
        layout.data = {start: scanner.start, openEnd: scanner.end}
      } else if (name === 'sheetFormatPr') readDefaults(scanner, layout)
    } else if (!inData) {
      if (name === 'col') readColumns(scanner, layout)
    } else if (name === 'row' && level === 2) {
      number = Number(scanner.attribute('r') ?? number + 1)
      numbers.push(number)
      starts.push(scanner.start)
      row = undefined
      column = 0
      const height = scanner.attribute('ht')
      if (isOn(scanner.attribute('hidden'))) layout.heights.set(number, 0)
      else if (height !== undefined) layout.heights.set(number, Number(height))
      if (wanted.has(number)) {
        row = {start: scanner.start, openEnd: scanner.end, cells: []}
        layout.rows.set(number, [...(layout.rows.get(number) ?? []), row])
        if (kind === 'empty') row = undefined
      }
    } else if (name === 'c' && level === 3) {
      cell = undefined
      if (row) {
        const address = scanner.attribute('r')
        column = address === undefined ? column + 1 : (parseRange(address)?.left ?? column + 1)
        cell = {column, start: scanner.start, openEnd: scanner.end, end: scanner.end}
        row.cells.push(cell)
        if (kind === 'empty') cell = undefined
      }
    } else if (name === 'f') {
      const type = scanner.attribute('t')
      const range =
        type === 'array' || type === 'dataTable' ? parseRange(scanner.attribute('ref') ?? '') : undefined
      if (range) layout.arrays.push(range)
    }
  }
  for (const missing of wanted) {
    if (layout.rows.has(missing)) continue
    const next = numbers.findIndex((candidate) => candidate > missing)
    layout.missingRows.set(
      missing,
      next < 0 ? (layout.data.closeStart ?? layout.data.openEnd) : (starts[next] ?? layout.data.openEnd)
    )
  }
  return layout
}

function readDefaults(scanner: XmlScanner, layout: SheetLayout): void {
  const width = Number(scanner.attribute('defaultColWidth') ?? scanner.attribute('baseColWidth') ?? 0)
  const height = Number(scanner.attribute('defaultRowHeight') ?? 0)
  if (width > 0) layout.defaultWidth = width
  if (height > 0) layout.defaultHeight = height
}

function readColumns(scanner: XmlScanner, layout: SheetLayout): void {
  const width = scanner.attribute('width')
  const style = scanner.attribute('style')
  layout.columns.push({
    first: Number(scanner.attribute('min')),
    last: Number(scanner.attribute('max')),
    hidden: isOn(scanner.attribute('hidden')),
    ...(width !== undefined && {width: Number(width)}),
    ...(style !== undefined && {style: Number(style)})
  })
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
