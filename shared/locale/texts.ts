import {fillMessage, pick, type Bilingual, type MessageData} from '../lint/define-rule.js'
import type {Locale, RuleGroup, Severity} from '../lint/finding.js'

/** Names of the groups of rules, as reviewers use them (财预〔2015〕88号 plus notation and self-evaluation). */
export const groupNames: Record<RuleGroup | 'internal', Bilingual> = {
  completeness: {zh: '完整性', en: 'Completeness'},
  relevance: {zh: '相关性', en: 'Relevance'},
  measurability: {zh: '量化', en: 'Measurability'},
  feasibility: {zh: '可行性', en: 'Feasibility'},
  consistency: {zh: '一致性', en: 'Consistency'},
  notation: {zh: '规范性', en: 'Notation'},
  evaluation: {zh: '自评', en: 'Self-evaluation'},
  internal: {zh: '工具', en: 'Tool'}
}

/** Severities, as they stand in messages. */
export const severityNames: Record<Severity, Bilingual> = {
  error: {zh: '错误', en: 'error'},
  warning: {zh: '警告', en: 'warning'},
  info: {zh: '提示', en: 'info'}
}

/** What a rule can be set to. */
export const settingNames: Record<Severity | 'off', Bilingual> = {
  ...severityNames,
  off: {zh: '关闭', en: 'off'}
}

/** A severity and what it becomes: `警告 → 错误`. */
export function saySteps(from: Severity, to: Severity | 'off', locale: Locale): string {
  const name = say(settingNames[from], locale)
  return from === to
    ? say({zh: '{name}（不变）', en: '{name} (kept)'}, locale, {name})
    : `${name} → ${say(settingNames[to], locale)}`
}

/** One language of a bilingual text, with `{name}` places filled. */
export function say(text: Bilingual, locale: Locale, data: MessageData = {}): string {
  return fillMessage(pick(text, locale), data)
}
