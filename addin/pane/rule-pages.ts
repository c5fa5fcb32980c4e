import type {Rule} from '../../shared/lint/define-rule.js'
import {rules} from '../../shared/rules/index.js'

/** What is to be read about rules: why, when they stay silent, examples. The build leaves their checks out here. */
export type RulePageContent = Pick<
  Rule,
  'id' | 'group' | 'severity' | 'fix' | 'title' | 'why' | 'basis' | 'traps' | 'examples'
>

export const rulePages: ReadonlyMap<string, RulePageContent> = new Map(rules.map((rule) => [rule.id, rule]))
