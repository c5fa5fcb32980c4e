import {parseRange} from '../../../shared/workbook/address.js'
import {XmlScanner} from '../../read/xlsx/xml-scanner.js'
import type {Guarded} from './refuse-edit.js'
import type {WorkbookPackage} from './workbook-package.js'

/** Reads which areas of a worksheet belong to tables' header and totals rows and to pivot tables. */
export function readGuardedAreas(file: WorkbookPackage, sheetPart: string): Guarded {
  const guarded: Guarded = {tableHeaders: [], pivots: []}
  for (const {type, target} of file.relationships(sheetPart)) {
    if ((type !== 'table' && type !== 'pivotTable') || !file.has(target)) continue
    const scanner = new XmlScanner(file.text(target), target)
    for (let kind = scanner.next(); kind !== 'end'; kind = scanner.next()) {
      if (kind === 'close') continue
      const range = parseRange(scanner.attribute('ref') ?? '')
      if (!range) continue
      if (scanner.name === 'table') {
        const headers = Number(scanner.attribute('headerRowCount') ?? 1)
        const totals = Number(scanner.attribute('totalsRowCount') ?? 0)
        if (headers > 0) guarded.tableHeaders.push({...range, bottom: range.top + headers - 1})
        if (totals > 0) guarded.tableHeaders.push({...range, top: range.bottom - totals + 1})
      } else if (scanner.name === 'location') guarded.pivots.push(range)
    }
  }
  return guarded
}
