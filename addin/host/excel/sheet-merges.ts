import {formatRange} from '../../../shared/workbook/address.js'
import type {Range} from '../../../shared/workbook/workbook.js'
import {cellCount, planBatches} from './plan-batches.js'
import {excelCode} from './run-excel.js'
import {toRange, type Outline} from './sheet-outline.js'

/** One call tells at most so many merged areas of a range and fails beyond. */
const mostMerges = 512

/** Rows below the values that are still looked at for merged areas. */
const margin = 50

/**
 * Queues the merged areas of a sheet, with `many` in parts that cannot hold too many for one call. `undefined` where they
 * are not asked for.
 */
export function askMerges({sheet, used, whole}: Outline, many: boolean): (() => Range[]) | undefined {
  if (!whole) return undefined
  if (whole.isNullObject) return () => []
  const range = toRange(whole)
  // Every merged area has two cells at least.
  const limit = mostMerges * 2
  // Formats may reach down to the last row of all; what lies far below the values is not asked for in parts.
  const bottom = Math.min(range.bottom, used.isNullObject ? range.top : toRange(used).bottom + margin)
  const parts = many ? planBatches([{owner: undefined, range: {...range, bottom}}], limit).flat() : [{range}]
  const asked = parts.map((part) => {
    const merged = sheet.getRange(formatRange(part.range)).getMergedAreasOrNullObject()
    merged.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount')
    return merged
  })
  return () => {
    const found = new Map<string, Range>()
    for (const merged of asked) {
      if (merged.isNullObject) continue
      for (const area of merged.areas.items) found.set(formatRange(toRange(area)), toRange(area))
    }
    return [...found.values()].sort((a, b) => a.top - b.top || a.left - b.left)
  }
}

/** Whether a batch may have failed because a sheet has more merged areas than one call tells. */
export function tooManyMerges(error: unknown, outlines: Outline[]): boolean {
  const code = excelCode(error)
  return (
    code !== undefined &&
    code !== 'InvalidOperationInCellEditMode' &&
    outlines.some(({whole}) => whole && !whole.isNullObject && cellCount(toRange(whole)) > mostMerges * 2)
  )
}
