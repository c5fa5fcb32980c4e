import type {Form, SheetNode, TargetNode, WorkbookNode} from '../tree/nodes.js'
import {contains, parseRange} from '../workbook/address.js'
import type {Range} from '../workbook/workbook.js'
import type {Rule, RuleContext} from './define-rule.js'
import type {Finding, Locale} from './finding.js'
import {createTimed} from './time-rule.js'
import {toFinding, toCrash} from './to-finding.js'
import type {RuleSetting, SettingsOverride} from './settings.js'
import {walk, type Cursor, type Visitor} from './walk.js'

/** A rule that runs, with its severity and options. */
export interface ActiveRule {
  rule: Rule
  setting: RuleSetting
}

export interface RunOptions {
  locale: Locale
  file?: string
  overrides?: SettingsOverride[]
  /** Gets the milliseconds of each rule. What rules share is counted for the one that needs it first. */
  byRule?: Map<string, number>
}

/**
 * Runs rules over a tree in one walk. A rule that throws gives one error finding `internal/rule-crashed`, is not
 * called again, and does not stop the others. Findings come in sheet order, then by row and column.
 */
export function runRules(
  tree: WorkbookNode,
  active: ActiveRule[],
  options: RunOptions
): {findings: Finding[]; crashed: boolean} {
  const cursor: Cursor = {}
  const findings: Finding[] = []
  let crashed = false
  const visitors: Visitor[] = []
  for (const {rule, setting} of active) {
    let dead = false
    const onCrash = (error: unknown, node: TargetNode): void => {
      if (dead) return
      dead = true
      crashed = true
      findings.push(toCrash(rule, error, node, sheetOf(cursor, tree), options.locale))
    }
    const context: RuleContext<never> = {
      options: {
        ...(rule.options?.default as object | undefined),
        ...(setting.options as object | undefined)
      } as never,
      workbook: tree,
      file: options.file,
      get sheet(): SheetNode {
        return sheetOf(cursor, tree)
      },
      get form(): Form {
        if (!cursor.form) throw new Error('context.form is only there inside a form')
        return cursor.form
      },
      report(report) {
        if (!dead)
          findings.push(toFinding(rule, setting.severity, report, cursor.sheet, tree, options.locale))
      }
    }
    try {
      const {byRule} = options
      const handlers = byRule ? createTimed(rule, context, byRule) : rule.create(context)
      visitors.push({handlers, onCrash})
    } catch (error) {
      onCrash(error, tree)
    }
  }
  walk(tree, visitors, cursor)
  return {findings: sortFindings(tree, applyOverrides(findings, options.overrides)), crashed}
}

function sheetOf(cursor: Cursor, tree: WorkbookNode): SheetNode {
  const sheet = cursor.sheet ?? tree.children[0]
  if (!sheet) throw new Error('the workbook has no sheet')
  return sheet
}

function applyOverrides(findings: Finding[], overrides: SettingsOverride[] = []): Finding[] {
  if (overrides.length === 0) return findings
  return findings.flatMap((finding) => {
    let {severity} = finding
    for (const override of overrides) {
      const setting = override.rules.get(finding.ruleId)
      if (!setting || override.matchesSheet?.(finding.sheet) === false) continue
      const place = parseRange(finding.range)
      if (
        override.ranges &&
        !(place && override.ranges.some((range) => contains(range, place.top, place.left)))
      )
        continue
      if (setting === 'off') return []
      severity = setting
    }
    return [{...finding, severity}]
  })
}

interface Placed {
  finding: Finding
  sheet: number
  place: Range
}

/** Findings by sheet, row, column and rule; what a rule says twice of one place is said once. */
export function sortFindings(tree: WorkbookNode, findings: Finding[]): Finding[] {
  const order = new Map(tree.children.map((sheet, index) => [sheet.name, index]))
  const placed = findings.map((finding): Placed => {
    const place = parseRange(finding.range) ?? {top: 1, left: 1, bottom: 1, right: 1}
    return {finding, sheet: order.get(finding.sheet) ?? 0, place}
  })
  placed.sort(comparePlaces)
  return placed.filter((one, index) => !repeats(placed, index, one)).map(({finding}) => finding)
}

function comparePlaces(a: Placed, b: Placed): number {
  return (
    a.sheet - b.sheet ||
    a.place.top - b.place.top ||
    a.place.left - b.place.left ||
    (a.finding.ruleId < b.finding.ruleId ? -1 : a.finding.ruleId > b.finding.ruleId ? 1 : 0)
  )
}

/** Whether one of the findings right before, of the same rule and place, says the same. */
function repeats(placed: Placed[], index: number, one: Placed): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const before = placed[at]
    if (!before || comparePlaces(before, one) !== 0) return false
    if (before.finding.range === one.finding.range && before.finding.message === one.finding.message)
      return true
  }
  return false
}
