import type {Bilingual, Rule} from '../../lint/define-rule.js'
import type {Severity} from '../../lint/finding.js'

export type PresetEntry = 'off' | Severity

/** Rule ids → severities. */
export type Preset = Record<string, PresetEntry>

/** One way in which a preset differs from the rules' own severities, and why. */
export interface PresetChange {
  /** The rules it is about: their ids, or every rule of one severity. */
  rules: string[] | Severity
  to: PresetEntry
  reason: Bilingual
}

/** A preset as it is written down: what it is for, and what it does differently; later changes win. */
export interface PresetDefinition {
  title: Bilingual
  about: Bilingual
  changes: PresetChange[]
}

/** Severity of one rule in a preset; `reason` when it is not the rule's own, or is kept from a wider change. */
export interface PresetLine {
  id: string
  own: Severity
  severity: PresetEntry
  reason?: Bilingual
}

/** What a preset says of each rule, in the order of the rules. */
export function listPreset({changes}: PresetDefinition, rules: Rule[]): PresetLine[] {
  return rules.map(({id, severity}) => {
    const applying = changes.filter((change) =>
      typeof change.rules === 'string' ? change.rules === severity : change.rules.includes(id)
    )
    const last = applying.at(-1)
    return last && applying.some(({to}) => to !== severity)
      ? {id, own: severity, severity: last.to, reason: last.reason}
      : {id, own: severity, severity}
  })
}

/** The same change of several rules for the same reason. */
export interface PresetDifference {
  ids: string[]
  own: Severity
  severity: PresetEntry
  reason: Bilingual
}

/** What differs from the rules' own severities, rules with the same change and reason together. */
export function listDifferences(lines: PresetLine[]): PresetDifference[] {
  const differences: PresetDifference[] = []
  for (const {id, own, severity, reason} of lines) {
    if (!reason) continue
    const same = differences.find(
      (known) => known.reason === reason && known.own === own && known.severity === severity
    )
    if (same) same.ids.push(id)
    else differences.push({ids: [id], own, severity, reason})
  }
  return differences
}
