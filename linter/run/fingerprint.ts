import type {Finding} from '../../shared/lint/finding.js'
import type {FormSummary} from '../../shared/lint/summarise-forms.js'
import {contains, parseRange} from '../../shared/workbook/address.js'
import type {Range, Sheet, Workbook} from '../../shared/workbook/workbook.js'
import {loadCrypto} from '../late-modules.js'

/**
 * Recognises a finding again when its row has moved, when other rows, forms or files were added, when the file has another
 * name or the messages another language: made of the rule, the form (project, or sheet), the cell's text and the texts of
 * its row, not of the address. Like findings in like rows of a form have the same one. 16 hexadecimal digits.
 */
export function fingerprint(finding: Finding, {forms}: {forms: FormSummary[]}, rowText = ''): string {
  return digest(finding, findForm(finding, parseRange(finding.range), withAreas(forms)), rowText)
}

function digest(
  {ruleId, messageId, message, sheet, actual}: Finding,
  form: FormSummary | undefined,
  rowText: string
): string {
  const parts = [
    ruleId,
    messageId,
    form?.projectCode ?? form?.projectName ?? sheet,
    actual === undefined ? numbersOf(message) : squeeze(actual),
    rowText
  ]
  return loadCrypto().createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16)
}

/** The same findings, each with its fingerprint. */
export function addFingerprints(findings: Finding[], forms: FormSummary[], workbook: Workbook): Finding[] {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]))
  const areas = withAreas(forms)
  return findings.map((finding) => {
    const sheet = sheets.get(finding.sheet)
    const place = parseRange(finding.range)
    const rowText = sheet && place ? describeRow(sheet, place) : ''
    return {...finding, fingerprint: digest(finding, findForm(finding, place, areas), rowText)}
  })
}

interface FormArea {
  form: FormSummary
  area: Range | undefined
}

function withAreas(forms: FormSummary[]): FormArea[] {
  return forms.map((form) => ({form, area: parseRange(form.range)}))
}

function findForm({sheet}: Finding, place: Range | undefined, areas: FormArea[]): FormSummary | undefined {
  if (!place) return undefined
  return areas.find(({form, area}) => form.sheet === sheet && area && contains(area, place.top, place.left))
    ?.form
}

/** Running numbers, and the classes of indicators: they are of the place, not of the row. */
const incidental = /^\s*(?:\d{1,3}|.{0,10}指\s*标)\s*$/s

/**
 * The texts of a row that go with it when it moves: without what is {@link incidental}, and without what is merged with
 * other rows, because that stands in the first of them.
 */
function describeRow({cells, merges}: Sheet, {top, left}: Range): string {
  const texts: string[] = []
  const tall = merges.filter((merge) => merge.bottom > merge.top && merge.top <= top && merge.bottom >= top)
  for (let at = findRow(cells, top); cells[at]?.row === top; at++) {
    const {column, text} = cells[at] ?? {column: 0, text: ''}
    const isOwn = column === left
    if (!isOwn && incidental.test(text)) continue
    if (!isOwn && tall.some((merge) => contains(merge, top, column))) continue
    texts.push(squeeze(text))
  }
  return texts.join('\u001f')
}

/** Index of a row's first cell; cells stand in row order. */
function findRow(cells: Sheet['cells'], row: number): number {
  let low = 0
  let high = cells.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cells[middle]?.row ?? Infinity) < row) low = middle + 1
    else high = middle
  }
  return low
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}

/** What a message says in any language; row numbers and addresses, which change when rows move, left out. */
function numbersOf(message: string): string {
  const kept = message.replace(/第\d+行|\brow \d+|\b[A-Z]{1,3}\d+\b/g, '')
  return (kept.match(/\d[\d.,]*/g) ?? [])
    .map((number) => number.replace(/[.,]+$/, ''))
    .sort()
    .join(' ')
}
