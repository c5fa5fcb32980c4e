import type {Bilingual, Rule} from '../../../shared/lint/define-rule.js'
import {rules} from '../../../shared/rules/index.js'

const byId = new Map<string, Rule>(rules.map((rule) => [rule.id, rule]))

const crash: Bilingual = {zh: '规则出错', en: 'A rule failed'}

/** Title of a rule; of what the tool itself reports, too. */
export function titleOf(id: string): Bilingual {
  return byId.get(id)?.title ?? (id === 'internal/rule-crashed' ? crash : {zh: id, en: id})
}
