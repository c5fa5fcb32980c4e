import {contains, formatAddress, parseRange} from '../../../shared/workbook/address.js'
import type {Finding, Locale} from '../../../shared/lint/finding.js'
import {say, severityNames} from '../../../shared/locale/texts.js'
import type {Workbook} from '../../../shared/workbook/workbook.js'
import type {WorkbookChanges} from '../patch/patch-workbook.js'
import {gravest, severityColors} from './severity-colors.js'

/** A cell's text holds this many characters at most, and so does a note's. */
const longest = 32_000

/**
 * The marks that findings put on a workbook: a background by severity and a note on each cell concerned, which says
 * what is wrong, why and what to do.
 */
export function markCells(
  workbook: Workbook,
  findings: Finding[],
  locale: Locale
): Required<Pick<WorkbookChanges, 'highlights' | 'notes'>> {
  const byCell = new Map<string, {sheet: string; cell: string; findings: Finding[]}>()
  for (const finding of findings) {
    const cell = findCell(workbook, finding)
    if (cell === undefined) continue
    const key = `${finding.sheet}!${cell}`
    const mark = byCell.get(key) ?? {sheet: finding.sheet, cell, findings: []}
    mark.findings.push(finding)
    byCell.set(key, mark)
  }
  const marks = [...byCell.values()]
  return {
    highlights: marks.map(({sheet, cell, findings: own}) => ({
      sheet,
      cell,
      color: severityColors[gravest(own.map(({severity}) => severity))]
    })),
    notes: marks.map(({sheet, cell, findings: own}) => ({
      sheet,
      cell,
      text: own
        .map((finding) => writeNote(finding, locale))
        .join('\n\n')
        .slice(0, longest)
    }))
  }
}

/** The cell that shows the top left of a finding's range: inside a merge, the one that holds its text. */
export function findCell(workbook: Workbook, {sheet, range}: Finding): string | undefined {
  const place = parseRange(range)
  const owner = workbook.sheets.find(({name}) => name === sheet)
  if (!place || !owner) return undefined
  const merge = owner.merges.find((candidate) => contains(candidate, place.top, place.left))
  return merge ? formatAddress(merge.top, merge.left) : formatAddress(place.top, place.left)
}

function writeNote(finding: Finding, locale: Locale): string {
  const severity = say(severityNames[finding.severity], locale)
  const expected = finding.expected?.join(say({zh: '；', en: '; '}, locale))
  return [
    say({zh: '【体检·{severity}】', en: '[jixiao-lint: {severity}]'}, locale, {severity}),
    finding.message,
    ...(expected ? [say({zh: '可写作：{expected}', en: 'For example: {expected}'}, locale, {expected})] : []),
    ...(finding.basis.length > 0
      ? [say({zh: '依据：{basis}', en: 'Basis: {basis}'}, locale, {basis: finding.basis[0] ?? ''})]
      : [])
  ].join('\n')
}
