import assert from 'node:assert/strict'
import {strToU8} from 'fflate'
import {ReadError} from '../../linter/read/read-error.js'
import {readWorkbook} from '../../linter/read/read-workbook.js'
import {formatAddress, formatRange} from '../../shared/workbook/address.js'
import type {Sheet} from '../../shared/workbook/workbook.js'

/** The first sheet of a file. */
export function readSheet(bytes: Uint8Array | string): Sheet {
  const [sheet] = readWorkbook(typeof bytes === 'string' ? strToU8(bytes) : bytes).sheets
  assert.ok(sheet)
  return sheet
}

/** Cells as `A1=text`, merges as `A1:B2`. */
export function showSheet({cells, merges}: Sheet): string[] {
  return [
    ...cells.map(({row, column, text}) => `${formatAddress(row, column)}=${text}`),
    ...merges.map(formatRange)
  ]
}

/** The file must be refused with this code within so many milliseconds. */
export function refused(bytes: Uint8Array, code: string, limit = 1000): void {
  const started = performance.now()
  assert.throws(
    () => readWorkbook(bytes),
    (error) => error instanceof ReadError && error.code === code
  )
  assert.ok(performance.now() - started < limit)
}
