import type {ReadLimits} from '../workbook/read-limits.js'
import type {PresetName} from './define-rule.js'
import type {Locale, Severity} from './finding.js'

/** What a configuration says of a rule: a severity, or a severity with options. */
export type RuleEntry = 'off' | Severity | [Severity, Record<string, unknown>]

/** What a configuration file may say. */
export interface Configuration {
  preset?: PresetName
  rules?: Record<string, RuleEntry>
  /** Fiscal year of the workbooks, when the sheets do not say. */
  year?: number
  /** Division code of the reporting unit. */
  division?: string
  locale?: Locale
  failOn?: Severity
  /** Modules with rules made with defineRule, or with plain unified plugins: docs/custom-rules.md. */
  plugins?: string[]
  overrides?: ConfigurationOverride[]
  /** Findings that do not count, each with its reason; they are kept and counted apart. */
  suppressions?: ConfiguredSuppression[]
  /** Files and folders that are left out. */
  ignores?: string[]
  /** Limits of what is read, where they differ from the usual ones. */
  limits?: Partial<ReadLimits>
}

/** Rules for some files, sheets or ranges only; what is left out holds for all, later ones win. */
export interface ConfigurationOverride {
  files?: string[]
  sheets?: string[]
  ranges?: string[]
  rules: Record<string, RuleEntry>
}

/** Places and rules are narrowed by what is given; what is left out holds for all. */
export interface ConfiguredSuppression {
  files?: string[]
  sheets?: string[]
  /** A1 ranges in which the findings begin. */
  ranges?: string[]
  /** Ids of rules. */
  rules?: string[]
  reason: string
}
