import type {Range} from '../../../shared/workbook/workbook.js'
import type {Capabilities, ReadOptions} from '../workbook-host.js'

/** How this edition reads. */
export interface Reading extends ReadOptions {
  level: number
  capabilities: Capabilities
  /** Most cells in one message; Excel on the web allows 5 MB. */
  cellsPerBatch: number
  known: Known
}

/** What stays from one reading to the next. */
export interface Known {
  /** Merged areas of the last full reading, by the id of the sheet. */
  merges: Map<string, Range[]>
  /** Whether dates count from 1904, once a date has told it. */
  date1904?: boolean
}
