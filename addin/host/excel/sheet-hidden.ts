import type {Sheet} from '../../../shared/workbook/workbook.js'
import type {Outline} from './sheet-outline.js'

/** Where some rows are hidden and some are not, so many are asked one by one. */
const mostRows = 1000

/** Queues which rows and columns of the used range are hidden; where some are and some are not, one by one. */
export function askHidden({used}: Outline): () => Pick<Sheet, 'hiddenRows' | 'hiddenColumns'> {
  const {rowHidden, columnHidden, rowIndex, columnIndex, rowCount, columnCount} = used as {
    rowHidden: boolean | null
    columnHidden: boolean | null
    rowIndex: number
    columnIndex: number
    rowCount: number
    columnCount: number
  }
  const rows = ask(rowHidden, rowCount, (index) => used.getRow(index), 'rowHidden')
  const columns = ask(columnHidden, columnCount, (index) => used.getColumn(index), 'columnHidden')
  return () => ({
    hiddenRows: toSpans(rowIndex + 1, rows()),
    hiddenColumns: toSpans(columnIndex + 1, columns())
  })
}

function ask(
  all: boolean | null,
  count: number,
  lineAt: (index: number) => Excel.Range,
  property: 'rowHidden' | 'columnHidden'
): () => boolean[] {
  if (all !== null) return () => Array.from({length: count}, () => all)
  const lines = Array.from({length: Math.min(count, mostRows)}, (_, index) => {
    const line = lineAt(index)
    line.load(property)
    return line
  })
  return () => lines.map((line) => line[property])
}

/** Numbers from `first` on whose flag is set, as spans. */
function toSpans(first: number, flags: boolean[]): [number, number][] {
  const spans: [number, number][] = []
  flags.forEach((flag, index) => {
    if (!flag) return
    const number = first + index
    const last = spans.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else spans.push([number, number])
  })
  return spans
}
