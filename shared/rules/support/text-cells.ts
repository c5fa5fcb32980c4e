import type {Part, SheetNode} from '../../tree/nodes.js'
import {toPlainText} from '../../workbook/plain-text.js'

/** Every cell of a sheet that holds text, as a part with its merged area as range; covered cells of a merge left out. */
export function* textCells({sheet}: SheetNode): Generator<Part> {
  const merges = new Map(sheet.merges.map((merge) => [`${merge.top},${merge.left}`, merge]))
  for (const cell of sheet.cells) {
    if (typeof cell.value !== 'string') continue
    const range = merges.get(`${cell.row},${cell.column}`) ?? {
      top: cell.row,
      left: cell.column,
      bottom: cell.row,
      right: cell.column
    }
    yield {text: cell.text, plain: toPlainText(cell.text), range, cell}
  }
}
