import {lintWorkbook} from '../../../shared/lint/lint-workbook.js'
import {resolveRules} from '../../../shared/lint/resolve-rules.js'
import {rules} from '../../../shared/rules/index.js'
import {presets} from '../../../shared/rules/presets.js'
import type {Workbook} from '../../../shared/workbook/workbook.js'
import type {Finding} from '../../../shared/lint/finding.js'
import type {CheckReport, CheckSettings, ExampleToCheck} from './checker.js'

const defaults = new Map(rules.map((rule) => [rule.id, rule.severity]))

/** Checks a workbook with the rules that the settings leave on. */
export function runCheck(workbook: Workbook, settings: CheckSettings): CheckReport {
  const start = performance.now()
  const {preset = 'recommended'} = settings
  // A document may come from a later version with other presets.
  const known = Object.hasOwn(presets, preset) ? preset : 'recommended'
  const enabled = resolveRules({...settings, preset: known}, {defaults})
  const {locale, file, year, division} = settings
  const {findings, forms, noteProblems} = lintWorkbook(workbook, {
    rules: enabled,
    locale,
    ...(file !== undefined && {file}),
    ...(year !== undefined && {year}),
    ...(division !== undefined && {division})
  })
  return {
    findings,
    forms,
    noteProblems,
    rules: [...enabled.keys()],
    milliseconds: performance.now() - start
  }
}

/** What one rule alone finds. */
export function runExample({rule, options, workbook, locale}: ExampleToCheck): Finding[] {
  const severity = defaults.get(rule)
  if (!severity) return []
  return lintWorkbook(workbook, {rules: new Map([[rule, {severity, options}]]), locale}).findings
}
