import {createHash} from 'node:crypto'
import {contains, parseRange} from '../../shared/workbook/address.js'
import type {Finding} from '../../shared/lint/finding.js'
import type {FormSummary} from '../../shared/lint/summarise-forms.js'

/**
 * Recognises a finding again when its row has moved, or when other rows, forms or files were added: made of the rule, the
 * message, the form (project, or sheet) and the cell's text, not of the address. 16 hexadecimal digits.
 */
export function fingerprint(
  {ruleId, messageId, message, sheet, range, actual}: Finding,
  {forms}: {forms: FormSummary[]}
): string {
  const place = parseRange(range)
  const form = forms.find((candidate) => {
    const area = parseRange(candidate.range)
    return candidate.sheet === sheet && area && place && contains(area, place.top, place.left)
  })
  const parts = [
    ruleId,
    messageId,
    form?.projectCode ?? form?.projectName ?? sheet,
    actual === undefined ? withoutPlaces(message) : actual.replace(/\s+/g, '')
  ]
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16)
}

/** Row numbers and addresses change when rows move. */
function withoutPlaces(message: string): string {
  return message.replace(/第\d+行|\brow \d+|\b[A-Z]{1,3}\d+\b/g, '')
}
