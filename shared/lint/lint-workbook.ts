import {presets} from '../rules/presets.js'
import {rules as builtInRules} from '../rules/index.js'
import type {WorkbookNode} from '../tree/nodes.js'
import {recognise} from '../tree/recognise.js'
import type {Workbook} from '../workbook/workbook.js'
import type {Rule} from './define-rule.js'
import type {Finding} from './finding.js'
import {decodeDecisions} from './document-decisions.js'
import {readNoteSuppressions, type NoteProblem} from './note-suppressions.js'
import {runRules, type ActiveRule, type RunOptions} from './run-rules.js'
import type {LintSettings, RuleSetting} from './settings.js'
import {summariseForms, type FormSummary} from './summarise-forms.js'
import {activate, applySuppressions, type ActiveSuppression} from './suppressions.js'

export type {LintSettings} from './settings.js'

/** What a check of one workbook gives. */
export interface LintResult {
  findings: Finding[]
  forms: FormSummary[]
  /** A rule threw: its finding `internal/rule-crashed` is among the findings. */
  crashed: boolean
  tree: WorkbookNode
  /** Suppressions whose rules ran, with the number of findings each hit: 0 is of no use. */
  suppressions: {suppression: ActiveSuppression; uses: number}[]
  /** Notes that were meant as suppressions and have no effect. */
  noteProblems: NoteProblem[]
  /** Milliseconds; by rule only when the settings ask for it. */
  timing: {recognise: number; rules: number; byRule?: Map<string, number>}
}

/** Recognises the forms of a workbook and runs all enabled rules over them in one walk. */
export function lintWorkbook(workbook: Workbook, settings: LintSettings = {}): LintResult {
  const start = performance.now()
  const tree = recognise(workbook, settings)
  const middle = performance.now()
  const byRule = settings.timing ? new Map<string, number>() : undefined
  const concluded = conclude(tree, lintTree(tree, settings, byRule), settings)
  const end = performance.now()
  return {
    ...concluded,
    timing: {recognise: middle - start, rules: end - middle, ...(byRule && {byRule})}
  }
}

/** Makes the result of what rules found in a tree: suppressions applied, forms summed up. */
export function conclude(
  tree: WorkbookNode,
  {findings: all, crashed}: {findings: Finding[]; crashed: boolean},
  settings: LintSettings
): Omit<LintResult, 'timing'> {
  const {own, noteProblems} = suppressionsOf(tree.workbook, settings)
  const suppressions = [...own, ...(settings.suppressions ?? [])]
  const {findings, uses} = applySuppressions(all, suppressions)
  const enabled = settings.rules ?? recommendedRules()
  return {
    findings,
    crashed,
    tree,
    suppressions: suppressions.flatMap((suppression, index) =>
      suppression.rules?.every((id) => enabled.has(id)) === false
        ? []
        : [{suppression, uses: uses[index] ?? 0}]
    ),
    noteProblems,
    forms: summariseForms(tree)
  }
}

/** The suppressions that a workbook brings: in the notes of its cells, and in what a front end kept in it. */
function suppressionsOf(
  workbook: Workbook,
  {trustWorkbook = true, extraRules = []}: LintSettings
): {own: ActiveSuppression[]; noteProblems: NoteProblem[]} {
  if (!trustWorkbook) return {own: [], noteProblems: []}
  const notes = readNoteSuppressions(
    workbook,
    [...builtInRules, ...extraRules].map(({id}) => id)
  )
  const kept = workbook.state === undefined ? [] : decodeDecisions(workbook.state).suppressions
  return {
    own: [...notes.suppressions, ...kept.map((suppression) => activate(suppression, 'document'))],
    noteProblems: notes.problems
  }
}

/** Runs all enabled rules over a recognised tree; adds the milliseconds of each to `byRule`. */
export function lintTree(
  tree: WorkbookNode,
  settings: LintSettings = {},
  byRule?: Map<string, number>
): {findings: Finding[]; crashed: boolean} {
  return runRules(tree, activeRules(settings), runOptions(settings, byRule))
}

/** The rules that settings leave on, built-in ones first. */
export function activeRules(settings: LintSettings): ActiveRule[] {
  const enabled = settings.rules ?? recommendedRules()
  const known: Rule[] = settings.extraRules ? [...builtInRules, ...settings.extraRules] : builtInRules
  return known.flatMap((rule) => {
    const setting = enabled.get(rule.id)
    return setting ? [{rule, setting}] : []
  })
}

/** What settings say to a run of rules. */
export function runOptions(
  {locale = 'zh-CN', file, overrides}: LintSettings,
  byRule?: Map<string, number>
): RunOptions {
  return {locale, file, overrides, ...(byRule && {byRule})}
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
