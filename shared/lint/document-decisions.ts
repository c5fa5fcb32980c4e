import type {Configuration, RuleEntry} from './configuration.js'
import type {Suppression} from './suppressions.js'

/** What people decided about a workbook and keep in it: settings of the check, and findings that do not count. */
export interface DocumentDecisions {
  suppressions: Suppression[]
  settings: DocumentSettings
}

export type DocumentSettings = Pick<Configuration, 'preset' | 'rules' | 'year' | 'division'>

const version = 1

/** The decisions as the JSON value that is kept in the document. */
export function encodeDecisions({suppressions, settings}: DocumentDecisions): unknown {
  return {version, suppressions, settings}
}

/**
 * Reads decisions back. A document comes from anywhere: whatever has not the right shape is left out, and what a later
 * version wrote is read as far as it is understood.
 */
export function decodeDecisions(state: unknown): DocumentDecisions {
  const {suppressions, settings} = asRecord(state)
  return {
    suppressions: Array.isArray(suppressions)
      ? suppressions.flatMap((entry) => decodeSuppression(asRecord(entry)))
      : [],
    settings: decodeSettings(asRecord(settings))
  }
}

function decodeSuppression({rule, sheet, range, text, reason}: Record<string, unknown>): Suppression[] {
  if (typeof rule !== 'string' || typeof reason !== 'string' || reason === '') return []
  for (const optional of [sheet, range, text]) {
    // A place that cannot be read must not become "everywhere".
    if (optional !== undefined && typeof optional !== 'string') return []
  }
  return [
    {
      rule,
      ...(typeof sheet === 'string' && {sheet}),
      ...(typeof range === 'string' && {range}),
      ...(typeof text === 'string' && {text}),
      reason
    }
  ]
}

function decodeSettings({preset, rules, year, division}: Record<string, unknown>): DocumentSettings {
  const table = Object.entries(asRecord(rules)).filter(([, entry]) => isRuleEntry(entry)) as [
    string,
    RuleEntry
  ][]
  return {
    ...(typeof preset === 'string' && {preset: preset as NonNullable<Configuration['preset']>}),
    ...(table.length > 0 && {rules: Object.fromEntries(table)}),
    ...(Number.isInteger(year) && {year: year as number}),
    ...(typeof division === 'string' && /^\d{6}$/.test(division) && {division})
  }
}

/** A level, or a level with options; whether a rule accepts them is for whoever knows the rules. */
function isRuleEntry(entry: unknown): boolean {
  if (!Array.isArray(entry)) return entry === 'off' || isSeverity(entry)
  const [severity, options] = entry as unknown[]
  return (
    entry.length === 2 &&
    isSeverity(severity) &&
    typeof options === 'object' &&
    options !== null &&
    !Array.isArray(options)
  )
}

function isSeverity(value: unknown): boolean {
  return value === 'error' || value === 'warning' || value === 'info'
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
