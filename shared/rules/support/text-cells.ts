import type {Part, SheetNode} from '../../tree/nodes.js'
import {toPlainText} from '../../workbook/plain-text.js'
import type {Range} from '../../workbook/workbook.js'

/**
 * The text cells of a sheet that pass the test of `pattern`, as parts with their merged area as range. Large sheets hold a
 * million cells, so everything but the test of the pattern waits until a cell passes it.
 */
export function* textCells(
  {sheet}: SheetNode,
  pattern: {test(text: string): boolean} = /\S/
): Generator<Part> {
  let merges: Map<string, Range> | undefined
  for (const cell of sheet.cells) {
    if (typeof cell.value !== 'string' || !pattern.test(cell.text)) continue
    const {row, column, text} = cell
    merges ??= new Map(sheet.merges.map((range) => [`${range.top},${range.left}`, range]))
    const merge = merges.get(`${row},${column}`)
    yield {
      text,
      get plain() {
        return toPlainText(text)
      },
      range: merge ?? {top: row, left: column, bottom: row, right: column},
      cell
    }
  }
}
