import type {Cell, Range, Sheet} from '../workbook/workbook.js'
import {toPlainText} from '../workbook/plain-text.js'
import {mayHeadIndicators} from '../vocabulary/headings.js'
import {normaliseLabel} from '../vocabulary/levels.js'
import {memoise} from '../vocabulary/memoise.js'
import {meaningOf, type LabelMeaning} from '../vocabulary/label-meaning.js'
import type {Part, Position} from './nodes.js'

/** A place of the grid: one cell, or a merged area seen as one. */
export interface Slot {
  range: Range
  cell?: Cell
  text: string
  plain: string
  /** The text as a label: see {@link normaliseLabel}; '' for texts too long to be one. */
  label: string
  /** What the label may stand for, found when first asked for: see {@link meaningOfSlot}. */
  meaning: LabelMeaning | undefined
  /** Whether the label may head the column of indicators: every heading of a block has one of these. */
  heads: boolean
  /** Whether a reader has already made something of it. */
  taken: boolean
  /** The slot as a part of nodes, made when first asked for. */
  part?: Part
}

/** A slot of nothing at a place. */
export function emptySlot(range: Range): Slot {
  return {
    range,
    cell: undefined,
    text: '',
    plain: '',
    label: '',
    meaning: undefined,
    heads: false,
    taken: false,
    part: undefined
  }
}

interface Analysed {
  plain: string
  label: string
  heads: boolean
}

const analyse = memoise((text): Analysed => {
  const plain = toPlainText(text)
  if (plain.length > 40) return {plain, label: '', heads: false}
  const label = normaliseLabel(plain)
  return {plain, label, heads: mayHeadIndicators(label)}
})

/** Numbers are no labels, hardly any comes twice, and a sheet may hold a million of them. */
function analyseCell({text, value}: Cell): Analysed {
  return typeof value === 'number' && /^[\d.,]+$/.test(text)
    ? {plain: text, label: text, heads: false}
    : analyse(text)
}

const nothing: Slot[] = []

/** A sheet's cells by place, merged areas seen as one slot, and which slots a reader has already taken. */
export class Grid {
  /** Slots that begin in a row, left to right, empty ones left out; by row number. */
  private readonly anchored: Slot[][] = []
  private readonly mergesByRow: Range[][] = []
  /** Slots of empty places that somebody asked for, by the row they begin in. */
  private readonly empty: Slot[][] = []
  /** Rows with content, ascending. */
  readonly rows: number[] = []
  readonly lastRow: number
  readonly lastColumn: number
  /** Leftmost column with content. */
  readonly firstColumn: number

  constructor(readonly sheet: Sheet) {
    for (const merge of sheet.merges) this.addMerge(merge)
    let lastColumn = 1
    let firstColumn = Infinity
    let inRow: Slot[] | undefined
    let merges: Range[] | undefined
    let lastRow = 0
    for (const cell of sheet.cells) {
      const {row, column} = cell
      if (row !== lastRow) {
        lastRow = row
        merges = this.mergesByRow[row]
        inRow = this.anchored[row]
      }
      const merge = merges && coverOf(merges, column)
      if (merge && (merge.top !== row || merge.left !== column)) continue
      const {plain, label, heads} = analyseCell(cell)
      if (plain === '' && !cell.unknown) continue
      const range = merge ?? {top: row, left: column, bottom: row, right: column}
      const slot: Slot = {
        range,
        cell,
        text: cell.text,
        plain,
        label,
        meaning: undefined,
        heads,
        taken: false,
        part: undefined
      }
      if (inRow) inRow.push(slot)
      else {
        inRow = [slot]
        this.anchored[row] = inRow
        this.rows.push(row)
      }
      if (column > lastColumn) lastColumn = column
      if (column < firstColumn) firstColumn = column
    }
    this.lastRow = this.rows.at(-1) ?? 0
    this.lastColumn = lastColumn
    this.firstColumn = Math.min(firstColumn, lastColumn)
  }

  /** Non-empty slots that begin in this row, left to right. */
  inRow(row: number): Slot[] {
    return this.anchored[row] ?? nothing
  }

  /** Non-empty slots that begin in this row and that no reader has taken yet. */
  freeInRow(row: number): Slot[] {
    const slots = this.inRow(row)
    return slots.some(isTaken) ? slots.filter(isFree) : slots
  }

  /** Whether a row has slots that no reader has taken yet. */
  hasFree(row: number): boolean {
    for (const slot of this.inRow(row)) if (!slot.taken) return true
    return false
  }

  /** The place in {@link rows} of the first row from this one on. */
  indexFrom(row: number): number {
    let low = 0
    let high = this.rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.rows[middle] ?? 0) < row) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The slot at a place, also of a merge that begins above or to the left; an empty place gives an empty slot. */
  at(row: number, column: number): Slot {
    const merges = this.mergesByRow[row]
    const merge = merges && coverOf(merges, column)
    const top = merge ? merge.top : row
    const left = merge ? merge.left : column
    return (
      beginningAt(this.anchored[top], left) ??
      beginningAt(this.empty[top], left) ??
      this.addEmpty(merge ?? {top, left, bottom: top, right: left})
    )
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

  takeRow(row: number): void {
    for (const slot of this.inRow(row)) slot.taken = true
  }

  isFree(slot: Slot): boolean {
    return !slot.taken
  }

  private addMerge(merge: Range): void {
    // A merge over thousands of rows is layout; it is looked up by its first 500 rows only.
    const bottom = Math.min(merge.bottom, merge.top + 500)
    for (let row = merge.top; row <= bottom; row++) {
      const list = this.mergesByRow[row]
      if (list) list.push(merge)
      else this.mergesByRow[row] = [merge]
    }
  }

  private addEmpty(range: Range): Slot {
    const slot = emptySlot(range)
    const list = this.empty[range.top]
    if (list) list.push(slot)
    else this.empty[range.top] = [slot]
    return slot
  }
}

/** The first merge of a row that covers a column. */
function coverOf(merges: Range[], column: number): Range | undefined {
  for (const merge of merges) if (column >= merge.left && column <= merge.right) return merge
  return undefined
}

function beginningAt(slots: Slot[] | undefined, left: number): Slot | undefined {
  if (slots) for (const slot of slots) if (slot.range.left === left) return slot
  return undefined
}

function isTaken(slot: Slot): boolean {
  return slot.taken
}

function isFree(slot: Slot): boolean {
  return !slot.taken
}

/** What the label of a slot may stand for. */
export function meaningOfSlot(slot: Slot): LabelMeaning {
  slot.meaning ??= meaningOf(slot.label)
  return slot.meaning
}

/** A slot as a part of a node. */
export function toPart(slot: Slot): Part {
  slot.part ??= {text: slot.text, plain: slot.plain, range: slot.range, cell: slot.cell, offset: undefined}
  return slot.part
}

/** A piece of a slot's text, `offset` characters in. */
export function toPiece(slot: Slot | Part, text: string, offset: number): Part {
  // A piece of a piece counts from the beginning of the cell.
  const before = 'offset' in slot ? (slot.offset ?? 0) : 0
  return {text, plain: toPlainText(text), range: slot.range, cell: slot.cell, offset: before + offset}
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
  const [first] = ranges
  if (!first) return {top: 1, left: 1, bottom: 1, right: 1}
  let {top, left, bottom, right} = first
  for (const range of ranges) {
    if (range.top < top) top = range.top
    if (range.left < left) left = range.left
    if (range.bottom > bottom) bottom = range.bottom
    if (range.right > right) right = range.right
  }
  return {top, left, bottom, right}
}
