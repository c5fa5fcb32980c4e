import pc from 'picocolors'
import type {Locale} from '../../shared/lint/finding.js'
import {groupNames, say, severityNames} from '../../shared/locale/texts.js'
import {rules} from '../../shared/rules/index.js'
import {padTo} from '../format/terminal-text.js'
import type {Console} from './console.js'

/** Lists all rules by group. */
export function listRules(flags: {json?: boolean; locale?: Locale}, console: Console): number {
  const locale = flags.locale ?? 'zh-CN'
  if (flags.json) {
    console.write(
      JSON.stringify(
        rules.map(({id, group, severity, title, fix, basis}) => ({
          id,
          group,
          severity,
          title,
          ...(fix && {fix}),
          basis
        })),
        null,
        1
      ) + '\n'
    )
    return 0
  }
  const colors = pc.createColors(console.color)
  const width = Math.max(...rules.map(({id}) => id.length))
  const lines: string[] = []
  const groups = [...new Set(rules.map(({group}) => group))]
  for (const group of groups) {
    lines.push('', colors.bold(say(groupNames[group], locale)))
    for (const rule of rules.filter((candidate) => candidate.group === group)) {
      lines.push(
        `  ${padTo(rule.id, width)}  ${padTo(say(severityNames[rule.severity], locale), 7)}  ${say(rule.title, locale)}`
      )
    }
  }
  lines.push(
    '',
    say(
      {
        zh: '共 {n} 条。说明和示例：jixiao-lint explain 规则名',
        en: '{n} rules. For one of them: jixiao-lint explain RULE'
      },
      locale,
      {n: rules.length}
    )
  )
  console.write(lines.join('\n').trimStart() + '\n')
  return 0
}
