import type {Finding, Severity} from '../../../shared/lint/finding.js'
import {groupBy} from '../group-by.js'
import {keyOf, type PaneState} from './pane-state.js'

export type Grouping = 'sheet' | 'rule' | 'severity'

/** What of the findings is looked at, and how they are laid out. */
export interface View {
  grouping: Grouping
  /** Severities that are hidden. */
  hidden: ReadonlySet<Severity>
  /** Words that must all occur. */
  search: string
  /** Keys of groups that are folded. */
  folded: ReadonlySet<string>
}

export type Row =
  | {
      kind: 'group'
      key: string
      /** Sheet name, rule id or severity. */ name: string
      findings: Finding[]
      folded: boolean
    }
  | {kind: 'finding'; key: string; finding: Finding}

const ranks: Record<Severity, number> = {error: 0, warning: 1, info: 2}

/** Findings that count in the scope: all, or those of the sheet that is shown. */
export function inScope({outcome, scope, sheets}: PaneState): Finding[] {
  const counted = outcome?.findings.filter(({suppressed}) => !suppressed) ?? []
  if (scope === 'workbook') return counted
  const active = sheets.find((sheet) => sheet.active)?.name
  return counted.filter(({sheet}) => sheet === active)
}

/** Number of findings by severity. */
export function countSeverities(findings: Finding[]): Record<Severity, number> {
  const counts = {error: 0, warning: 0, info: 0}
  for (const {severity} of findings) counts[severity]++
  return counts
}

/** Findings that pass the filter and hold every searched word in text, message, place or rule. */
export function filterFindings(
  findings: Finding[],
  {hidden, search}: Pick<View, 'hidden' | 'search'>,
  titleOf: (ruleId: string) => string
): Finding[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return findings.filter((finding) => {
    if (hidden.has(finding.severity)) return false
    if (words.length === 0) return true
    const {ruleId, sheet, range, actual = '', message} = finding
    const text = [titleOf(ruleId), ruleId, sheet, range, actual, message].join('\n').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** Lays findings out as one list of group headings and findings; folded groups keep only their heading. */
export function arrangeFindings(
  findings: Finding[],
  {grouping, folded}: Pick<View, 'grouping' | 'folded'>
): Row[] {
  const groups = groupBy(findings, ({sheet, ruleId, severity}) =>
    grouping === 'sheet' ? sheet : grouping === 'rule' ? ruleId : severity
  )
  const ordered = [...groups]
  // Sheets stay in the order of their tabs; rules and severities come by weight.
  if (grouping !== 'sheet') ordered.sort(([, a], [, b]) => gravest(a) - gravest(b) || b.length - a.length)
  return ordered.flatMap(([name, members]): Row[] => {
    const key = `${grouping}:${name}`
    const isFolded = folded.has(key)
    const heading: Row = {kind: 'group', key, name, findings: members, folded: isFolded}
    if (isFolded) return [heading]
    return [heading, ...members.map((finding): Row => ({kind: 'finding', key: keyOf(finding), finding}))]
  })
}

function gravest(findings: Finding[]): number {
  return Math.min(...findings.map(({severity}) => ranks[severity]))
}
