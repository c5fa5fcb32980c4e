import {groupNames} from '../locale/texts.js'
import type {Bilingual} from './define-rule.js'

/**
 * What keeps a value from being a rule; empty when it is one. For rules from outside, where no compiler has looked.
 */
export function findRuleProblems(value: unknown): Bilingual[] {
  if (typeof value !== 'object' || value === null) {
    return [{zh: '不是用 defineRule 写的规则', en: 'it is no rule made with defineRule'}]
  }
  const rule = value as Record<string, unknown>
  const problems: Bilingual[] = []
  const demand = (met: boolean, zh: string, en: string): void => {
    if (!met) problems.push({zh, en})
  }
  demand(
    typeof rule.id === 'string' && /^[\w-]+(?:\/[\w-]+)*$/.test(rule.id),
    'id 应为“机构/规则名”一类的名称，只用字母、数字、- 和 /',
    'id must be a name such as "office/rule-name" of letters, digits, - and /'
  )
  const groups = Object.keys(groupNames).filter((group) => group !== 'internal')
  demand(
    groups.includes(String(rule.group)),
    `group 应为 ${groups.join('、')} 之一`,
    `group must be one of ${groups.join(', ')}`
  )
  demand(
    ['error', 'warning', 'info'].includes(String(rule.severity)),
    'severity 应为 error、warning 或 info',
    'severity must be error, warning or info'
  )
  demand(
    rule.scope === undefined || rule.scope === 'sheet' || rule.scope === 'workbook',
    'scope 应为 sheet 或 workbook',
    'scope must be sheet or workbook'
  )
  demand(isBilingual(rule.title), 'title 应有 zh 和 en', 'title must have zh and en')
  demand(isBilingual(rule.why), 'why 应有 zh 和 en', 'why must have zh and en')
  demand(Array.isArray(rule.basis), 'basis 应为数组', 'basis must be an array')
  demand(Array.isArray(rule.examples), 'examples 应为数组', 'examples must be an array')
  demand(typeof rule.create === 'function', 'create 应为函数', 'create must be a function')
  const {zh, en} = (rule.messages ?? {}) as {zh?: object; en?: object}
  demand(
    Boolean(zh && en) &&
      Object.keys(zh ?? {})
        .sort()
        .join() ===
        Object.keys(en ?? {})
          .sort()
          .join(),
    'messages 的 zh 和 en 应有相同的条目',
    'messages must have the same entries in zh and en'
  )
  return problems
}

function isBilingual(value: unknown): boolean {
  const text = value as Partial<Bilingual> | null | undefined
  return typeof text?.zh === 'string' && typeof text.en === 'string'
}
