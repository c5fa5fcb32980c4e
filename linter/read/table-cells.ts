import type {Cell, Range} from '../../shared/workbook/workbook.js'
import {lastColumn, lastRow, type ReadLimits} from './limits.js'
import {refuseTooMany, refuseTooWide} from './too-large.js'

/**
 * Collects the cells of tables with spans (Word, HTML) on one sheet, one table below the other: each new cell goes to the
 * next place of its row that no span from above covers. Throws `ReadError` beyond the limits.
 */
export class TableCells {
  readonly cells: Cell[] = []
  readonly merges: Range[] = []
  /** The row that is being filled, 1-based; 0 before the first. */
  row = 0
  /** The place of the next cell, 1-based. */
  column = 1
  /** Last row that a span from above covers, by column. */
  private covered: number[] = []
  /** Where the merges of this table begin. */
  private ownMerges = 0
  /** Places passed over; hostile spans could make this work endless. */
  private passed = 0

  constructor(private readonly limits: ReadLimits) {}

  startRow(): void {
    if (++this.row > lastRow) throw refuseTooWide()
    this.column = 1
    this.skipCovered()
  }

  /** Spans end with their table. */
  endTable(): void {
    const own = this.merges.splice(this.ownMerges)
    for (const merge of own) {
      merge.bottom = Math.max(merge.top, Math.min(merge.bottom, this.row))
      if (merge.bottom > merge.top || merge.right > merge.left) this.merges.push(merge)
    }
    this.ownMerges = this.merges.length
    this.covered = []
  }

  /** Adds a cell at the next free place and returns its area; empty cells with spans leave only their merge. */
  add(text: string, columns = 1, rows = 1): Range {
    const {row, column} = this
    if (column > lastColumn) throw refuseTooWide()
    if (text !== '') {
      if (this.cells.length >= this.limits.cells) throw refuseTooMany('cells', this.limits)
      this.cells.push({row, column, text, value: text})
    }
    const bottom = Math.min(row + rows - 1, lastRow)
    const most = Math.min(column + columns - 1, lastColumn)
    let right = column
    while (right < most && !this.isCovered(right + 1)) right++
    this.pass(right - column)
    const area = {top: row, left: column, bottom, right}
    if (right > column || bottom > row) this.merge(area)
    for (let at = column; at <= right; at++) this.covered[at] = bottom
    this.column = right + 1
    this.skipCovered()
    return area
  }

  /** Lets an area of the row above go on in this row, from where it begins; the next cell goes behind it. */
  extend(area: Range): void {
    if (area.top === area.bottom && area.left === area.right) this.merge(area)
    area.bottom = this.row
    this.pass(area.right - area.left)
    this.column = area.right + 1
  }

  /** Goes on at this column; never back. */
  moveTo(column: number): void {
    this.column = Math.max(this.column, column)
  }

  private merge(area: Range): void {
    if (this.merges.length >= this.limits.merges) throw refuseTooMany('merges', this.limits)
    this.merges.push(area)
  }

  private isCovered(column: number): boolean {
    return (this.covered[column] ?? 0) >= this.row
  }

  private skipCovered(): void {
    const from = this.column
    while (this.isCovered(this.column)) this.column++
    this.pass(this.column - from)
  }

  private pass(places: number): void {
    this.passed += places
    if (this.passed > 10 * this.limits.cells) throw refuseTooMany('cells', this.limits)
  }
}
