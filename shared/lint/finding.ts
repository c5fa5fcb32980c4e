/** Severity of a finding: wrong on any reading; a reviewer would ask; advice. */
export type Severity = 'error' | 'warning' | 'info'

/** Groups of rules, named as reviewers name them (财预〔2015〕88号 plus notation and self-evaluation). */
export type RuleGroup =
  'completeness' | 'relevance' | 'measurability' | 'feasibility' | 'consistency' | 'notation' | 'evaluation'

/** Languages of messages; Chinese is the default. */
export type Locale = 'zh-CN' | 'en'

/** One cell's new text; `from` must still be its text when the edit is applied. */
export interface Edit {
  sheet: string
  /** A1 address. */
  cell: string
  from: string
  to: string
}

/** A way to mend a finding: edits that belong together. */
export interface Fix {
  title: string
  /** Safe fixes change notation only, never meaning, numbers or amounts. */
  safe: boolean
  edits: Edit[]
}

/** Another place that a finding speaks of. */
export interface Place {
  sheet: string
  /** A1 range. */
  range: string
  note?: string
}

/** A finding as every front end gets it: plain data, rendered in one language. Contract: docs/json-report.md. */
export interface Finding {
  ruleId: string
  group: RuleGroup | 'internal'
  severity: Severity
  messageId: string
  message: string
  sheet: string
  /** A1 range. */
  range: string
  related?: Place[]
  /** The text found there. */
  actual?: string
  expected?: string[]
  basis: string[]
  url: string
  fixes?: Fix[]
  /** Recognises the finding again in a later run; only where a report or a baseline needs it. */
  fingerprint?: string
  suppressed?: {by: string; reason: string}
}
