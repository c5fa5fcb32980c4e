import {presets} from '../rules/presets.js'
import {parseRange} from '../workbook/address.js'
import type {Configuration, ConfigurationOverride, RuleEntry} from './configuration.js'
import type {Severity} from './finding.js'
import type {RuleSetting, SettingsOverride} from './settings.js'

/** Rules that the command line names: only these run. */
export interface ChosenRule {
  id: string
  severity?: Severity
}

/** The rules that run for one file: the preset, then the configuration, then its overrides for this file. */
export function resolveRules(
  configuration: Configuration,
  options: {defaults: Map<string, Severity>; chosen?: ChosenRule[]; fileOverrides?: ConfigurationOverride[]}
): Map<string, RuleSetting> {
  const resolved = new Map<string, RuleSetting>()
  apply(resolved, presets[configuration.preset ?? 'recommended'])
  apply(resolved, configuration.rules ?? {})
  for (const override of options.fileOverrides ?? []) apply(resolved, override.rules)
  if (!options.chosen?.length) return resolved
  return new Map(
    options.chosen.map(({id, severity}) => {
      const setting = resolved.get(id)
      return [
        id,
        {...setting, severity: severity ?? setting?.severity ?? options.defaults.get(id) ?? 'warning'}
      ]
    })
  )
}

function apply(resolved: Map<string, RuleSetting>, table: Record<string, RuleEntry>): void {
  for (const [id, entry] of Object.entries(table)) {
    if (entry === 'off') resolved.delete(id)
    else if (typeof entry === 'string') resolved.set(id, {...resolved.get(id), severity: entry})
    else resolved.set(id, {severity: entry[0], options: entry[1]})
  }
}

/** Overrides that hold only on some sheets or ranges of a file. */
export function toSettingsOverrides(
  overrides: ConfigurationOverride[],
  matcher: (patterns: string[]) => (name: string) => boolean
): SettingsOverride[] {
  return overrides.map(({sheets, ranges, rules}) => ({
    ...(sheets && {matchesSheet: matcher(sheets)}),
    ...(ranges && {ranges: ranges.flatMap((range) => parseRange(range) ?? [])}),
    rules: new Map(
      Object.entries(rules).map(([id, entry]) => [id, typeof entry === 'string' ? entry : entry[0]])
    )
  }))
}
