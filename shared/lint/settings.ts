import type {Range} from '../workbook/workbook.js'
import type {Rule} from './define-rule.js'
import type {Locale, Severity} from './finding.js'
import type {ActiveSuppression} from './suppressions.js'

/** How a rule that is on is to run. */
export interface RuleSetting {
  severity: Severity
  options?: unknown
}

/** Settings that hold only on some sheets or ranges; later ones win. */
export interface SettingsOverride {
  /** Whether it applies to a sheet of this name; absent = every sheet. */
  matchesSheet?: (name: string) => boolean
  /** Only findings that start in one of these ranges; absent = everywhere. */
  ranges?: Range[]
  rules: Map<string, Severity | 'off'>
}

/** What a check of one workbook depends on besides the workbook; the command line and the pane resolve theirs to this. */
export interface LintSettings {
  /** Rules to run, by id; absent = preset `recommended`. */
  rules?: Map<string, RuleSetting>
  /** Rules that are not built in. */
  extraRules?: Rule[]
  overrides?: SettingsOverride[]
  /** Findings that do not count, besides those that notes and the document itself name. */
  suppressions?: ActiveSuppression[]
  /** Whether suppressions that the workbook itself brings count; absent = yes. */
  trustWorkbook?: boolean
  locale?: Locale
  /** File name or path, used to resolve the fiscal year when the sheet does not say. */
  file?: string
  /** Fiscal year, when the caller knows better than the sheets. */
  year?: number
  /** Division code (6 digits) of the reporting unit. */
  division?: string
  /** Measure the time of every rule. */
  timing?: boolean
}
