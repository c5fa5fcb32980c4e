import type {FormKind, WorkbookNode} from '../tree/nodes.js'
import {rangeOf} from './range-of.js'

/** What the JSON report says of a recognised form. */
export interface FormSummary {
  sheet: string
  range: string
  kind: FormKind
  year?: number
  division?: string
  projectCode?: string
  projectName?: string
  /** Number of indicators. */
  indicators: number
}

/** Lists the recognised forms of a workbook. */
export function summariseForms(tree: WorkbookNode): FormSummary[] {
  return tree.children.flatMap((sheet) =>
    sheet.children.map((form) => ({
      sheet: sheet.name,
      range: rangeOf(form),
      kind: form.kind,
      ...(form.year && {year: form.year.value}),
      ...(form.division && {division: form.division.value}),
      ...(form.projectCode && {projectCode: form.projectCode.value}),
      ...(form.projectName && {projectName: form.projectName.value}),
      indicators: form.children.filter((child) => child.type === 'indicator').length
    }))
  )
}
