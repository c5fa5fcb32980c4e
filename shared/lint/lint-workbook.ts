import {presets} from '../rules/presets.js'
import {rules as builtInRules} from '../rules/index.js'
import type {WorkbookNode} from '../tree/nodes.js'
import {recognise} from '../tree/recognise.js'
import type {Workbook} from '../workbook/workbook.js'
import type {Rule} from './define-rule.js'
import type {Finding, Locale} from './finding.js'
import {runRules} from './run-rules.js'
import type {LintSettings, RuleSetting} from './settings.js'
import {summariseForms, type FormSummary} from './summarise-forms.js'

export type {LintSettings} from './settings.js'

export interface LintResult {
  findings: Finding[]
  forms: FormSummary[]
  /** A rule threw: its finding `internal/rule-crashed` is among the findings. */
  crashed: boolean
  tree: WorkbookNode
  /** Milliseconds; by rule only when the settings ask for it. */
  timing: {recognise: number; rules: number; byRule?: Map<string, number>}
}

/** Recognises the forms of a workbook and runs all enabled rules over them in one walk. */
export function lintWorkbook(workbook: Workbook, settings: LintSettings = {}): LintResult {
  const start = performance.now()
  const tree = recognise(workbook, settings)
  const middle = performance.now()
  const byRule = settings.timing ? new Map<string, number>() : undefined
  const {findings, crashed} = lintTree(tree, settings, byRule)
  const end = performance.now()
  return {
    findings,
    crashed,
    tree,
    forms: summariseForms(tree),
    timing: {recognise: middle - start, rules: end - middle, ...(byRule && {byRule})}
  }
}

/** Runs all enabled rules over a recognised tree; adds the milliseconds of each to `byRule`. */
export function lintTree(
  tree: WorkbookNode,
  settings: LintSettings = {},
  byRule?: Map<string, number>
): {findings: Finding[]; crashed: boolean} {
  const locale: Locale = settings.locale ?? 'zh-CN'
  const enabled = settings.rules ?? recommendedRules()
  const known: Rule[] = settings.extraRules ? [...builtInRules, ...settings.extraRules] : builtInRules
  const active = known.flatMap((rule) => {
    const setting = enabled.get(rule.id)
    return setting ? [{rule, setting}] : []
  })
  return runRules(tree, active, {
    locale,
    file: settings.file,
    overrides: settings.overrides,
    ...(byRule && {byRule})
  })
}

let recommended: Map<string, RuleSetting> | undefined

function recommendedRules(): Map<string, RuleSetting> {
  if (!recommended) {
    recommended = new Map()
    for (const [id, severity] of Object.entries(presets.recommended)) {
      if (severity !== 'off') recommended.set(id, {severity})
    }
  }
  return recommended
}
