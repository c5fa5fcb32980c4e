import type {Cell, Range, Sheet} from '../../shared/workbook/workbook.js'

/** A visible sheet of cells and merged areas, for formats that know no more. */
export function plainSheet(name: string, cells: Cell[], merges: Range[] = []): Sheet {
  return {name, visibility: 'visible', cells, merges, notes: [], hiddenRows: [], hiddenColumns: []}
}
