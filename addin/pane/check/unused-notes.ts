import type {LintResult} from '../../../shared/lint/lint-workbook.js'
import {formatRange} from '../../../shared/workbook/address.js'
import type {Workbook} from '../../../shared/workbook/workbook.js'

/** A line 体检忽略 in the note of a cell that no finding is left for. */
export interface UnusedNote {
  sheet: string
  cell: string
  /** Id of a rule; `*` for every rule. */
  rule: string
  reason: string
}

/** Suppressions in notes whose rules ran and found nothing there. */
export function unusedNotes({suppressions}: LintResult, {sheets}: Workbook): UnusedNote[] {
  return suppressions.flatMap(({suppression: {by, rules = ['*'], matchesSheet, ranges, reason}, uses}) => {
    const sheet = sheets.find(({name}) => matchesSheet?.(name))
    const [range] = ranges ?? []
    if (by !== 'note' || uses > 0 || !sheet || !range) return []
    return [{sheet: sheet.name, cell: formatRange(range), rule: rules.join('、'), reason}]
  })
}
