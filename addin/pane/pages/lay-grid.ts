import {contains} from '../../../shared/workbook/address.js'
import type {Sheet} from '../../../shared/workbook/workbook.js'

export interface GridCell {
  column: number
  text: string
  rowSpan: number
  columnSpan: number
}

/** A small sheet as the rows of a table: merged areas span, a title alone in its row runs over the whole width. */
export function layGrid({cells, merges}: Pick<Sheet, 'cells' | 'merges'>): {
  columns: number[]
  rows: {row: number; cells: GridCell[]}[]
} {
  const lastRow = Math.max(0, ...cells.map(({row}) => row), ...merges.map(({bottom}) => bottom))
  const lastColumn = Math.max(1, ...cells.map(({column}) => column), ...merges.map(({right}) => right))
  const texts = new Map(cells.map(({row, column, text}) => [`${row},${column}`, text]))
  const columns = Array.from({length: lastColumn}, (_, index) => index + 1)
  const rows = Array.from({length: lastRow}, (_, index) => {
    const row = index + 1
    const isTitle =
      cells.filter((cell) => cell.row === row).length === 1 &&
      texts.has(`${row},1`) &&
      !merges.some(({top, bottom}) => row >= top && row <= bottom)
    if (isTitle) {
      return {
        row,
        cells: [{column: 1, text: texts.get(`${row},1`) ?? '', rowSpan: 1, columnSpan: lastColumn}]
      }
    }
    return {
      row,
      cells: columns.flatMap((column): GridCell[] => {
        const merge = merges.find((range) => contains(range, row, column))
        if (merge && (merge.top !== row || merge.left !== column)) return []
        return [
          {
            column,
            text: texts.get(`${row},${column}`) ?? '',
            rowSpan: merge ? merge.bottom - merge.top + 1 : 1,
            columnSpan: merge ? merge.right - merge.left + 1 : 1
          }
        ]
      })
    }
  })
  return {columns, rows}
}
