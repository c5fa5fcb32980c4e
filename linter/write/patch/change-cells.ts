import {formatAddress} from '../../../shared/workbook/address.js'
import {getAttribute, removeAttribute} from './open-tag.js'
import type {CellSpot, RowSpot, SheetLayout} from './sheet-layout.js'
import type {Splice} from './splice.js'
import {newCell, rewriteCell, type CellContent} from './write-cell.js'

export interface CellChange {
  row: number
  column: number
  content?: CellContent
  /** Gives the new style for the one the cell has. */
  restyle?: (base: number) => number
}

/** The changes to a worksheet part's text that change or insert cells, in the order of the schema. */
export function changeCells(xml: string, layout: SheetLayout, changes: CellChange[]): Splice[] {
  const splices: Splice[] = []
  const byRow = new Map<number, CellChange[]>()
  for (const change of changes) {
    const list = byRow.get(change.row)
    if (list) list.push(change)
    else byRow.set(change.row, [change])
  }
  const newRows: {at: number; text: string}[] = []
  for (const [row, list] of [...byRow].sort(([a], [b]) => a - b)) {
    list.sort((a, b) => a.column - b.column)
    const spots = layout.rows.get(row)
    if (spots) splices.push(...changeRow(xml, layout, spots, list))
    else {
      const cells = list.map((change) => writeNew(change, layout, undefined)).join('')
      const {prefix} = layout
      newRows.push({
        at: layout.missingRows.get(row) ?? layout.data.openEnd,
        text: `<${prefix}row r="${row}">${cells}</${prefix}row>`
      })
    }
  }
  return [...splices, ...insertRows(xml, layout, newRows)]
}

function changeRow(xml: string, layout: SheetLayout, rows: RowSpot[], changes: CellChange[]): Splice[] {
  const splices: Splice[] = []
  const missing: CellChange[] = []
  for (const change of changes) {
    const spot = findSpot(rows, change.column)
    if (spot) {
      const element = xml.slice(spot.start, spot.end)
      const tag = xml.slice(spot.start, spot.openEnd)
      const base = Number(getAttribute(tag, 's') ?? 0)
      splices.push({
        start: spot.start,
        end: spot.end,
        text: rewriteCell(element, tag.length, {
          ...(change.content && {content: change.content}),
          ...(change.restyle && {style: change.restyle(base)})
        })
      })
    } else missing.push(change)
  }
  const row = rows[0]
  if (missing.length > 0 && row) splices.push(...insertCells(xml, layout, row, missing))
  return splices
}

function findSpot(rows: RowSpot[], column: number): CellSpot | undefined {
  for (const {cells} of rows) {
    const spot = cells.find((candidate) => candidate.column === column)
    if (spot) return spot
  }
  return undefined
}

function insertCells(xml: string, layout: SheetLayout, row: RowSpot, changes: CellChange[]): Splice[] {
  const tag = xml.slice(row.start, row.openEnd)
  // `spans` is only a hint for loading and would no longer be true.
  const open = removeAttribute(tag, 'spans')
  const written = changes.map((change) => ({change, text: writeNew(change, layout, tag)}))
  if (row.closeStart === undefined) {
    const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? 'row'
    const cells = written.map(({text}) => text).join('')
    return [{start: row.start, end: row.openEnd, text: `${open.replace(/\s*\/>$/, '>')}${cells}</${name}>`}]
  }
  const {closeStart} = row
  const splices = written.map(({change, text}) => {
    const next = row.cells.find(({column}) => column > change.column)
    const at = next?.start ?? closeStart
    return {start: at, end: at, text}
  })
  return open === tag ? splices : [{start: row.start, end: row.openEnd, text: open}, ...splices]
}

function writeNew(change: CellChange, layout: SheetLayout, rowTag: string | undefined): string {
  const {row, column, content, restyle} = change
  const base = inheritedStyle(column, layout, rowTag)
  return newCell(formatAddress(row, column), layout.prefix, {
    ...(content && {content}),
    style: restyle ? restyle(base) : base
  })
}

/** The style that an empty cell takes from its row or column. */
function inheritedStyle(column: number, {columns}: SheetLayout, rowTag: string | undefined): number {
  const custom = rowTag && getAttribute(rowTag, 'customFormat')
  if (rowTag && (custom === '1' || custom === 'true')) return Number(getAttribute(rowTag, 's') ?? 0)
  return columns.find(({first, last}) => column >= first && column <= last)?.style ?? 0
}

function insertRows(xml: string, {data, prefix}: SheetLayout, rows: {at: number; text: string}[]): Splice[] {
  if (data.closeStart !== undefined || rows.length === 0)
    return rows.map(({at, text}) => ({start: at, end: at, text}))
  const open = xml.slice(data.start, data.openEnd).replace(/\s*\/>$/, '>')
  const text = `${open}${rows.map((row) => row.text).join('')}</${prefix}sheetData>`
  return [{start: data.start, end: data.openEnd, text}]
}
