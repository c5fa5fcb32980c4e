import type {PresetName} from '../lint/define-rule.js'
import type {Severity} from '../lint/finding.js'
import {rules} from './index.js'

export type PresetEntry = 'off' | Severity | [Severity, unknown]
export type Preset = Record<string, PresetEntry>

const recommended: Preset = Object.fromEntries(rules.map((rule) => [rule.id, rule.severity]))

/** Bundles of rule settings. Each is a plain object that a person can read: `jixiao-lint print-config`. */
export const presets: Partial<Record<PresetName, Preset>> & {recommended: Preset} = {recommended}
