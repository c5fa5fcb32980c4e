import type {Cell, Range} from '../../shared/workbook/workbook.js'
import type {ReadLimits} from './limits.js'
import {ReadError} from './read-error.js'

/**
 * Collects the cells of tables with spans (Word, HTML, OpenDocument) on one sheet: each new cell goes to the next place of
 * its row that no span from above covers.
 */
export class TableCells {
  readonly cells: Cell[] = []
  readonly merges: Range[] = []
  /** The row that is being filled, 1-based; 0 before the first. */
  row = 0
  private column = 0
  /** Last row that a span from above covers, by column. */
  private readonly covered: number[] = []

  constructor(private readonly limits: ReadLimits) {}

  startRow(): void {
    this.row++
    this.column = 1
    this.skipCovered()
  }

  /** Adds a cell at the next free place and returns it; empty cells with spans leave only their merge. */
  add(text: string, columns = 1, rows = 1, more: Partial<Cell> = {}): void {
    const {row, column} = this
    const across = Math.min(Math.max(1, columns), 1000)
    const down = Math.min(Math.max(1, rows), 10_000)
    if (text !== '' || more.value !== undefined) {
      if (this.cells.length >= this.limits.cells) throw this.tooLarge()
      this.cells.push({row, column, text, value: text, ...more})
    }
    if (across > 1 || down > 1) {
      if (this.merges.length >= this.limits.merges) throw this.tooLarge()
      this.merges.push({top: row, left: column, bottom: row + down - 1, right: column + across - 1})
    }
    for (let at = column; at < column + across; at++) this.covered[at] = row + down - 1
    this.column = column + across
    this.skipCovered()
  }

  /** Leaves places of the row free. */
  skip(columns: number): void {
    this.column += columns
    this.skipCovered()
  }

  private skipCovered(): void {
    while ((this.covered[this.column] ?? 0) >= this.row) this.column++
  }

  private tooLarge(): ReadError {
    return new ReadError('too-large', {
      zh: `单元格超过 ${this.limits.cells} 个，不像绩效目标表，已拒绝读取。`,
      en: `The file has more than ${this.limits.cells} cells; this is no target workbook.`
    })
  }
}
