import type {Cell, Range, Sheet, Visibility} from '../../shared/workbook/workbook.js'
import {measureHeights} from './row-heights.js'
import {placeKey, type SheetLook} from './sheet-look.js'
import type {StyleName} from './style-table.js'

/** A sheet of our own making, put together cell by cell; row heights follow from the text and the column widths. */
export class SheetDraft {
  readonly #cells = new Map<string, Cell>()
  readonly #merges: Range[] = []
  readonly #styles = new Map<string, StyleName>()
  readonly #widths = new Map<number, number>()
  readonly #links: NonNullable<SheetLook['links']> = []
  frozenRows = 0

  constructor(
    readonly name: string,
    readonly visibility: Visibility = 'visible'
  ) {}

  /** Puts a text or the content of a cell somewhere; `until` is the last column it runs over. */
  put(row: number, column: number, content: string | Cell, style: StyleName, until = column): void {
    if (typeof content !== 'string') this.#cells.set(placeKey(row, column), {...content, row, column})
    else if (content !== '')
      this.#cells.set(placeKey(row, column), {row, column, text: content, value: content})
    if (until > column) this.merge({top: row, left: column, bottom: row, right: until})
    for (let at = column; at <= until; at++) this.paint(row, at, style)
  }

  paint(row: number, column: number, style: StyleName): void {
    this.#styles.set(placeKey(row, column), style)
  }

  merge(range: Range): void {
    this.#merges.push(range)
  }

  /** The cell leads to the beginning of another sheet. */
  link(row: number, column: number, sheet: string): void {
    this.#links.push({row, column, sheet, cell: 'A1'})
  }

  setWidth(column: number, characters: number): void {
    this.#widths.set(column, characters)
  }

  finish(): {sheet: Sheet; look: SheetLook} {
    const cells = [...this.#cells.values()].sort((a, b) => a.row - b.row || a.column - b.column)
    return {
      sheet: {
        name: this.name,
        visibility: this.visibility,
        cells,
        merges: this.#merges,
        notes: [],
        hiddenRows: [],
        hiddenColumns: []
      },
      look: {
        styles: this.#styles,
        widths: this.#widths,
        heights: measureHeights(
          cells,
          this.#merges,
          (column) => this.#widths.get(column) ?? 10,
          (row, column) => (this.#styles.get(placeKey(row, column)) === 'title' ? 1.7 : 1)
        ),
        links: this.#links,
        ...(this.frozenRows > 0 && {frozenRows: this.frozenRows})
      }
    }
  }
}
