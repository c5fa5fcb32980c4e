import type {ReadLimits} from '../../shared/workbook/read-limits.js'

export type {ReadLimits} from '../../shared/workbook/read-limits.js'

/** Limits for a machine of today; real sheets expand 8 to 20 times and hold some thousand cells. */
export const defaultLimits: ReadLimits = {
  entries: 10_000,
  sheets: 1_000,
  partSize: 256 * 2 ** 20,
  totalSize: 768 * 2 ** 20,
  ratio: 200,
  ratioFloor: 8 * 2 ** 20,
  cells: 5_000_000,
  merges: 200_000,
  depth: 256
}

/** The size of Excel's grid, which no format exceeds here. */
export const lastRow = 1_048_576
export const lastColumn = 16_384
