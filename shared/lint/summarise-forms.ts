import type {FieldKey, Form, FormKind, WorkbookNode} from '../tree/nodes.js'
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
  /** Name of the unit that filled the form in, without its code. */
  unit?: string
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
      ...unitOf(form),
      indicators: form.children.filter((child) => child.type === 'indicator').length
    }))
  )
}

/** Endings of the names of offices, institutions, areas and companies. */
const organisation =
  /[\u4e00-\u9fff]{2}.*[局委办厅院校部处所站队会府司馆社园团库室科区县市乡镇心级行厂场段大台盟旗街村](?:[(].*[)])?$/

/** Which fields name the unit, the best first. */
const unitKeys: FieldKey[] = ['unit-name', 'implementer', 'department']

function unitOf({children}: Form): {unit?: string} {
  for (const key of unitKeys) {
    for (const child of children) {
      if (child.type !== 'field' || child.key !== key) continue
      const unit = child.value?.plain.replace(/^[[(]?\d{3,}[\])]?[-—]?/, '')
      if (unit && organisation.test(unit) && unit.length <= 40) return {unit}
    }
  }
  return {}
}
