import type {DocumentSettings} from '../../../shared/lint/document-decisions.js'
import type {RuleEntry} from '../../../shared/lint/configuration.js'
import type {Severity} from '../../../shared/lint/finding.js'

export type RuleTable = NonNullable<DocumentSettings['rules']>

/** What a person chose about rules, where it differs from the preset. */
export interface RuleChoices {
  rules: RuleTable
  /** What was set for rules that are off now, for when they are on again. */
  resting: RuleTable
}

/** What a rule is without anything chosen: its own level, and the one of the preset, `undefined` when off there. */
export interface UsualLevel {
  own: Severity
  preset: Severity | undefined
}

/** Switches a rule on with what was set for it before, or off, keeping that. */
export function switchRule(
  {rules, resting}: RuleChoices,
  id: string,
  on: boolean,
  {own, preset}: UsualLevel
): RuleChoices {
  const {[id]: was, ...others} = rules
  const {[id]: rested, ...otherResting} = resting
  if (on) {
    const entry = rested ?? (preset === undefined ? own : undefined)
    return {rules: entry === undefined ? others : {...others, [id]: entry}, resting: otherResting}
  }
  const isSet = was !== undefined && was !== 'off' && !(preset === undefined && was === own)
  return {
    rules: preset === undefined ? others : {...others, [id]: 'off'},
    resting: isSet ? {...otherResting, [id]: was} : resting
  }
}

/** Sets the options of a rule that is on; without values it goes by the preset again, unless its level was set on purpose. */
export function setOptions(
  {rules, resting}: RuleChoices,
  id: string,
  values: Record<string, unknown> | undefined,
  {own, preset}: UsualLevel
): RuleChoices {
  const {[id]: entry, ...others} = rules
  const {[id]: _, ...otherResting} = resting
  const level = levelOf(entry)
  const next: RuleEntry | undefined = values
    ? [level ?? preset ?? own, values]
    : level === preset
      ? undefined
      : level
  return {rules: next === undefined ? others : {...others, [id]: next}, resting: otherResting}
}

function levelOf(entry: RuleEntry | undefined): Severity | undefined {
  const level = Array.isArray(entry) ? entry[0] : entry
  return level === 'off' ? undefined : level
}
