import type {Finding} from '../../../shared/lint/finding.js'
import type {Cell, Sheet, Workbook} from '../../../shared/workbook/workbook.js'
import type {CheckReport, CheckSettings, ExampleToCheck} from './checker.js'
import type {FindingsUpdate} from './findings-update.js'

/**
 * What the worker is told. A workbook comes as its sheets without cells, then each sheet; a sheet of many cells comes in
 * portions, `more` says that it is not whole yet.
 */
export type Order =
  | {kind: 'workbook'; workbook: Workbook}
  | {kind: 'sheet'; sheet: Sheet; more: boolean}
  | {kind: 'cells'; cells: Cell[]; more: boolean}
  | {kind: 'check'; id: number; settings: CheckSettings}
  | {kind: 'example'; id: number; example: ExampleToCheck}

/** A report whose findings are told as changes against those of the report before. */
export type ShortReport = Omit<CheckReport, 'findings'> & {findings: FindingsUpdate}

/** What it answers to the orders that have an id. */
export type Answer = {id: number; value: ShortReport | Finding[]} | {id: number; error: Error}
