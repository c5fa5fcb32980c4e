import type {Cell, Range, Sheet} from '../workbook/workbook.js'
import {toPlainText} from '../workbook/plain-text.js'
import {normaliseLabel} from '../vocabulary/levels.js'
import {memoise} from '../vocabulary/memoise.js'
import type {Part, Position} from './nodes.js'

/** A place of the grid: one cell, or a merged area seen as one. */
export interface Slot {
  range: Range
  cell?: Cell
  text: string
  plain: string
  /** The text as a label: see {@link normaliseLabel}; '' for texts too long to be one. */
  label: string
  /** Whether a reader has already made something of it. */
  taken: boolean
  /** The slot as a part of nodes, made when first asked for. */
  part?: Part
}

/** A slot of nothing at a place. */
export function emptySlot(range: Range): Slot {
  return {range, cell: undefined, text: '', plain: '', label: '', taken: false, part: undefined}
}

interface Analysed {
  plain: string
  label: string
}

const analyse = memoise((text): Analysed => {
  const plain = toPlainText(text)
  return {plain, label: plain.length <= 40 ? normaliseLabel(plain) : ''}
})

/** Numbers are no labels, hardly any comes twice, and a sheet may hold a million of them. */
function analyseCell({text, value}: Cell): Analysed {
  return typeof value === 'number' && /^[\d.,]+$/.test(text) ? {plain: text, label: text} : analyse(text)
}

const nothing: Slot[] = []

/** A sheet's cells by place, merged areas seen as one slot, and which slots a reader has already taken. */
export class Grid {
  /** Slots that begin in a row, left to right, empty ones left out; by row number. */
  private readonly anchored = new Map<number, Slot[]>()
  private readonly mergesByRow = new Map<number, Range[]>()
  private readonly emptySlots = new Map<string, Slot>()
  /** Rows with content, ascending. */
  readonly rows: number[] = []
  readonly lastRow: number
  readonly lastColumn: number
  /** Leftmost column with content. */
  readonly firstColumn: number

  constructor(readonly sheet: Sheet) {
    for (const merge of sheet.merges) {
      // A merge over thousands of rows is layout; it is looked up by its first 500 rows only.
      const bottom = Math.min(merge.bottom, merge.top + 500)
      for (let row = merge.top; row <= bottom; row++) {
        const list = this.mergesByRow.get(row)
        if (list) list.push(merge)
        else this.mergesByRow.set(row, [merge])
      }
    }
    let lastColumn = 1
    let firstColumn = Infinity
    for (const cell of sheet.cells) {
      const merge = this.mergeAt(cell.row, cell.column)
      if (merge && (merge.top !== cell.row || merge.left !== cell.column)) continue
      const {plain, label} = analyseCell(cell)
      if (plain === '' && !cell.unknown) continue
      const range = merge ?? {top: cell.row, left: cell.column, bottom: cell.row, right: cell.column}
      const slot: Slot = {range, cell, text: cell.text, plain, label, taken: false, part: undefined}
      const list = this.anchored.get(cell.row)
      if (list) list.push(slot)
      else {
        this.anchored.set(cell.row, [slot])
        this.rows.push(cell.row)
      }
      if (cell.column > lastColumn) lastColumn = cell.column
      if (cell.column < firstColumn) firstColumn = cell.column
    }
    this.lastRow = this.rows.at(-1) ?? 0
    this.lastColumn = lastColumn
    this.firstColumn = Math.min(firstColumn, lastColumn)
  }

  /** Non-empty slots that begin in this row, left to right. */
  inRow(row: number): Slot[] {
    return this.anchored.get(row) ?? nothing
  }

  /** Non-empty slots that begin in this row and that no reader has taken yet. */
  freeInRow(row: number): Slot[] {
    const slots = this.inRow(row)
    const free = slots.filter(isFree)
    return free.length === slots.length ? slots : free
  }

  /** The slot at a place, also of a merge that begins above or to the left; an empty place gives an empty slot. */
  at(row: number, column: number): Slot {
    const merge = this.mergeAt(row, column)
    const top = merge?.top ?? row
    const left = merge?.left ?? column
    for (const slot of this.inRow(top)) if (slot.range.left === left) return slot
    const key = `${top},${left}`
    let empty = this.emptySlots.get(key)
    if (!empty) {
      empty = emptySlot(merge ?? {top: row, left: column, bottom: row, right: column})
      this.emptySlots.set(key, empty)
    }
    return empty
  }

  /** The first non-empty slot beginning in this row between two columns. */
  between(row: number, left: number, right: number): Slot | undefined {
    for (const slot of this.inRow(row)) {
      const at = slot.range.left
      if (at >= left && at <= right) return slot
    }
    return undefined
  }

  take(...slots: Slot[]): void {
    for (const slot of slots) slot.taken = true
  }

  isFree(slot: Slot): boolean {
    return !slot.taken
  }

  private mergeAt(row: number, column: number): Range | undefined {
    const merges = this.mergesByRow.get(row)
    if (!merges) return undefined
    for (const merge of merges) if (column >= merge.left && column <= merge.right) return merge
    return undefined
  }
}

function isFree(slot: Slot): boolean {
  return !slot.taken
}

/** A slot as a part of a node. */
export function toPart(slot: Slot): Part {
  slot.part ??= slot.cell
    ? {text: slot.text, plain: slot.plain, range: slot.range, cell: slot.cell}
    : {text: slot.text, plain: slot.plain, range: slot.range}
  return slot.part
}

/** A piece of a slot's text, `offset` characters in. */
export function toPiece(slot: Slot | Part, text: string, offset: number): Part {
  // A piece of a piece counts from the beginning of the cell.
  const before = 'offset' in slot ? (slot.offset ?? 0) : 0
  return {
    text,
    plain: toPlainText(text),
    range: slot.range,
    ...(slot.cell && {cell: slot.cell}),
    offset: before + offset
  }
}

/** unist position of a range: line = row, column = column number. */
export function toPosition(range: Range): Position {
  return {
    start: {line: range.top, column: range.left},
    end: {line: range.bottom, column: range.right}
  }
}

/** The smallest range around several. */
export function enclose(ranges: Range[]): Range {
  const [first, ...rest] = ranges
  const all = {...(first ?? {top: 1, left: 1, bottom: 1, right: 1})}
  for (const range of rest) {
    if (range.top < all.top) all.top = range.top
    if (range.left < all.left) all.left = range.left
    if (range.bottom > all.bottom) all.bottom = range.bottom
    if (range.right > all.right) all.right = range.right
  }
  return all
}
