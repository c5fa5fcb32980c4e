import type {Finding} from '../../shared/lint/finding.js'
import type {FormSummary} from '../../shared/lint/summarise-forms.js'
import {contains, parseRange} from '../../shared/workbook/address.js'

/** The form that a finding stands in. */
export function formAround(
  {sheet, range}: Finding,
  {forms}: {forms: FormSummary[]}
): FormSummary | undefined {
  const place = parseRange(range)
  if (!place) return undefined
  const ofSheet = forms.filter((form) => form.sheet === sheet)
  return (
    ofSheet.find((form) => {
      const area = parseRange(form.range)
      return area && contains(area, place.top, place.left)
    }) ?? (ofSheet.length === 1 ? ofSheet[0] : undefined)
  )
}
