import type {Workbook} from '../../shared/workbook/workbook.js'
import {readLegacy} from './legacy/read-legacy.js'
import {readWorkbookWith, type ReadOptions} from './read-workbook-with.js'
import {nodeCodec} from './xlsx/inflate-node.js'

export type {ReadOptions} from './read-workbook-with.js'

/**
 * Reads a workbook from its bytes: .xlsx, .xlsm, .xls, .et, .xlsb, .ods, .csv, .docx, HTML. The format is told from the
 * content, not from the name. Throws `ReadError` for anything that is no readable workbook; what can be read only in part
 * is read and said in `warnings`.
 */
export function readWorkbook(bytes: Uint8Array, options?: ReadOptions): Workbook {
  return readWorkbookWith({codec: nodeCodec, readLegacy}, bytes, options)
}
