import type {Finding} from '../../../shared/lint/finding.js'
import type {Cell, Sheet, Workbook} from '../../../shared/workbook/workbook.js'
import type {CheckReport, CheckSettings, ExampleToCheck} from './checker.js'

/** What the worker is told. A workbook comes as its sheets without cells, then the cells in portions. */
export type Order =
  | {kind: 'workbook'; workbook: Workbook}
  | {kind: 'sheet'; sheet: Sheet}
  | {kind: 'cells'; sheet: string; cells: Cell[]}
  | {kind: 'check'; id: number; settings: CheckSettings}
  | {kind: 'example'; id: number; example: ExampleToCheck}

/** What it answers to the orders that have an id. */
export type Answer = {id: number; value: CheckReport | Finding[]} | {id: number; error: Error}
