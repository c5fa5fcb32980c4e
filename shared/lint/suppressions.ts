import {contains, parseRange} from '../workbook/address.js'
import type {Range} from '../workbook/workbook.js'
import type {Bilingual} from './define-rule.js'
import type {Finding} from './finding.js'

/** A decision of a person that findings of a rule do not count at a place, with the reason. Plain data. */
export interface Suppression {
  /** Id of a rule; `*` for every rule. */
  rule: string
  /** Only on this sheet; absent = on every sheet. */
  sheet?: string
  /** Only findings that begin in this A1 range. */
  range?: string
  /**
   * Text of the cell when it was decided. With it the decision follows the text when rows come and go, and ends when
   * somebody writes another text.
   */
  text?: string
  reason: string
}

/** Where a suppression was written: the configuration, a note in a cell, or the document's own state. */
export type SuppressionSource = 'configuration' | 'note' | 'document'

/** A suppression as it is applied. */
export interface ActiveSuppression {
  by: SuppressionSource
  reason: string
  /** Ids of rules; absent = every rule. */
  rules?: string[]
  matchesSheet?: (name: string) => boolean
  ranges?: Range[]
  text?: string
  /** Its place in the list that the caller knows, e.g. the configuration's. */
  index?: number
  /** What to call it when it is of no use: `批注 绩效目标表!E5（count-as-percent）`. */
  title: Bilingual
}

export interface SuppressionResult {
  /** All findings, the suppressed ones with `suppressed`. */
  findings: Finding[]
  /** How many findings each suppression hit, in the order given. */
  uses: number[]
}

/**
 * Marks findings that suppressions speak of; none is dropped. A suppression that remembers a text and finds it gone from
 * its place takes the nearest like finding with that text on its sheet. A crashed rule is never suppressed.
 */
export function applySuppressions(
  findings: Finding[],
  suppressions: readonly ActiveSuppression[]
): SuppressionResult {
  const uses = suppressions.map(() => 0)
  if (suppressions.length === 0) return {findings, uses}
  const marked = [...findings]
  const mark = (at: number, by: number): void => {
    const finding = marked[at]
    const suppression = suppressions[by]
    if (!finding || !suppression) return
    uses[by] = (uses[by] ?? 0) + 1
    if (!finding.suppressed)
      marked[at] = {...finding, suppressed: {by: suppression.by, reason: suppression.reason}}
  }
  suppressions.forEach((suppression, by) => {
    findings.forEach((finding, at) => {
      if (speaksOf(suppression, finding) && isAt(suppression, finding) && hasText(suppression, finding))
        mark(at, by)
    })
  })
  suppressions.forEach((suppression, by) => {
    const [place] = suppression.ranges ?? []
    if (uses[by] || suppression.text === undefined || !place) return
    let nearest = -1
    let least = Infinity
    marked.forEach((finding, at) => {
      if (finding.suppressed || !speaksOf(suppression, finding) || !hasText(suppression, finding)) return
      const distance = Math.abs((parseRange(finding.range)?.top ?? Infinity) - place.top)
      if (distance < least) {
        least = distance
        nearest = at
      }
    })
    if (nearest >= 0) mark(nearest, by)
  })
  return {findings: marked, uses}
}

function speaksOf({rules, matchesSheet}: ActiveSuppression, {ruleId, group, sheet}: Finding): boolean {
  return group !== 'internal' && (rules?.includes(ruleId) ?? true) && (matchesSheet?.(sheet) ?? true)
}

function isAt({ranges}: ActiveSuppression, finding: Finding): boolean {
  if (!ranges) return true
  const place = parseRange(finding.range)
  return place !== undefined && ranges.some((range) => contains(range, place.top, place.left))
}

function hasText({text}: ActiveSuppression, {actual}: Finding): boolean {
  return text === undefined || actual === text
}

/** Makes a stored suppression ready to be applied; one with an unreadable range applies nowhere. */
export function activate(suppression: Suppression, by: SuppressionSource): ActiveSuppression {
  const {rule, sheet, range, text, reason} = suppression
  const place = [sheet, range].filter((piece) => piece !== undefined).join('!')
  const parsed = range === undefined ? undefined : parseRange(range)
  const sources: Record<SuppressionSource, Bilingual> = {
    configuration: {zh: '配置', en: 'configuration'},
    note: {zh: '批注', en: 'note'},
    document: {zh: '文件中保存的忽略', en: 'suppression kept in the document'}
  }
  return {
    by,
    reason,
    ...(rule !== '*' && {rules: [rule]}),
    ...(sheet !== undefined && {matchesSheet: (name) => name === sheet}),
    ...(range !== undefined && {ranges: parsed ? [parsed] : []}),
    ...(text !== undefined && {text}),
    title: {
      zh: `${sources[by].zh}${place ? ` ${place}` : ''}（${rule}）`,
      en: `${sources[by].en}${place ? ` ${place}` : ''} (${rule})`
    }
  }
}
