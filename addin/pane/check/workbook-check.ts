import {createChecker, type WorkbookChecker} from '../../../shared/lint/create-checker.js'
import {lintWorkbook} from '../../../shared/lint/lint-workbook.js'
import {resolveRules} from '../../../shared/lint/resolve-rules.js'
import {rules} from '../../../shared/rules/index.js'
import {presets} from '../../../shared/rules/presets.js'
import type {Sheet, Workbook} from '../../../shared/workbook/workbook.js'
import type {Finding} from '../../../shared/lint/finding.js'
import type {CheckReport, CheckSettings, ExampleToCheck} from './checker.js'
import {unusedNotes} from './unused-notes.js'

const defaults = new Map(rules.map((rule) => [rule.id, rule.severity]))

/** The open workbook as it was read last, and what is remembered of its sheets from one check to the next. */
export class WorkbookCheck {
  private workbook: Workbook = {format: 'excel', date1904: false, sheets: [], warnings: []}
  /** Sheets as they were checked last. */
  private checked = new Map<string, Sheet>()
  private checker: WorkbookChecker | undefined
  private rules: string[] = []
  /** The settings of the checker as text. */
  private settings = ''

  load(workbook: Workbook): void {
    this.workbook = {...workbook, sheets: workbook.sheets.map((sheet) => this.recall(sheet))}
  }

  /** Puts a newly read sheet in the place of the one of its name. */
  replaceSheet(read: Sheet): void {
    const sheet = this.recall(read)
    const sheets = this.workbook.sheets.map((old) => (old.name === sheet.name ? sheet : old))
    this.workbook = {...this.workbook, sheets}
  }

  /** The sheet that was checked before when nothing changed on it: what is remembered hangs on the object. */
  private recall(sheet: Sheet): Sheet {
    const known = this.checked.get(sheet.name)
    return isSame(known, sheet) ? known : sheet
  }

  /** Checks with the rules that the settings leave on; with the same settings only what changed is looked at again. */
  run(settings: CheckSettings): CheckReport {
    const start = performance.now()
    const checker = this.checkerFor(settings)
    const result = checker.check(this.workbook)
    const {findings, forms, noteProblems, timing} = result
    this.checked = new Map(this.workbook.sheets.map((sheet) => [sheet.name, sheet]))
    return {
      findings,
      forms,
      noteProblems,
      unusedNotes: unusedNotes(result, this.workbook),
      rules: this.rules,
      milliseconds: performance.now() - start,
      timing: {recognise: timing.recognise, rules: timing.rules}
    }
  }

  private checkerFor(settings: CheckSettings): WorkbookChecker {
    const text = JSON.stringify(settings)
    if (this.checker && this.settings === text) return this.checker
    const {preset = 'recommended', locale, file, year, division} = settings
    // A document may come from a later version with other presets.
    const known = Object.hasOwn(presets, preset) ? preset : 'recommended'
    const enabled = resolveRules({...settings, preset: known}, {defaults})
    this.settings = text
    this.rules = [...enabled.keys()]
    this.checker = createChecker({
      rules: enabled,
      locale,
      ...(file !== undefined && {file}),
      ...(year !== undefined && {year}),
      ...(division !== undefined && {division})
    })
    return this.checker
  }
}

/** Whether two values of plain data are alike; ends at the first difference. */
function isSame<T>(one: unknown, other: T): one is T {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  const keys = Object.keys(one) as (keyof typeof one)[]
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => isSame(one[key], (other as typeof one)[key]))
  )
}

/** What one rule alone finds. */
export function runExample({rule, options, workbook, locale}: ExampleToCheck): Finding[] {
  const severity = defaults.get(rule)
  if (!severity) return []
  return lintWorkbook(workbook, {rules: new Map([[rule, {severity, options}]]), locale}).findings
}
