import type {Cell, Range} from '../../shared/workbook/workbook.js'
import {measureWidth} from '../format/terminal-text.js'
import {placeKey} from './sheet-look.js'

const linePoints = 14

/**
 * Heights of rows in points that let the text of their cells be seen whole: programs do so by themselves, but not for
 * merged cells. `scale` is the size of a cell's letters, 1 = the usual.
 */
export function measureHeights(
  cells: Cell[],
  merges: Range[],
  widthOf: (column: number) => number,
  scale: (row: number, column: number) => number = () => 1
): Map<number, number> {
  const heights = new Map<number, number>()
  const byAnchor = new Map(merges.map((merge) => [placeKey(merge.top, merge.left), merge]))
  for (const {row, column, text} of cells) {
    const merge = byAnchor.get(placeKey(row, column))
    let room = -1
    for (let at = column; at <= (merge?.right ?? column); at++) room += widthOf(at)
    const size = scale(row, column)
    let lines = 0
    for (const line of text.split('\n'))
      lines += Math.max(1, Math.ceil((measureWidth(line) * size) / Math.max(1, room)))
    const rows = merge ? merge.bottom - merge.top + 1 : 1
    const points = Math.round(Math.max(18, (lines * linePoints * size) / rows + 5))
    for (let at = row; at < row + rows; at++) heights.set(at, Math.max(points, heights.get(at) ?? 0))
  }
  return heights
}
