import type {Rule} from '../../shared/lint/define-rule.js'
import type {Locale, RuleGroup, Severity} from '../../shared/lint/finding.js'
import {groupNames, say, severityNames} from '../../shared/locale/texts.js'
import {rules} from '../../shared/rules/index.js'
import {presetDefinitions, presets} from '../../shared/rules/presets.js'
import {escapeMarkdown, joinBlocks, speak, table, type Say} from './markdown.js'
import {fixOf, rulesInOrder} from './rule-page.js'

/** The list of all rules by group, with severity, fix and what the presets make of them. */
export function writeRulesIndex(locale: Locale): string {
  const t = speak(locale)
  const names = Object.keys(presetDefinitions).filter((name) => name !== 'recommended')
  const rulesOfGroup = (group: RuleGroup): Rule[] => rulesInOrder().filter((rule) => rule.group === group)
  const groups = (Object.keys(groupNames) as RuleGroup[]).filter((group) => rulesOfGroup(group).length > 0)
  return joinBlocks([
    `# ${t('规则', 'Rules')}`,
    t(
      `共 ${rules.length} 条，[English](README.en.md)。每条规则一页：什么错、为什么、怎么改，依据，错误和正确的表。本目录由 \`npm run docs\` 根据规则文件生成，请勿手改。`,
      `${rules.length} rules, [中文](README.md). One page a rule: what, why, what to do, its basis, wrong and right sheets. Generated from the rule files by \`npm run docs\`; do not edit by hand.`
    ),
    t(
      '级别是规则方案 `recommended` 里的级别。右边各栏是其他规则方案中不同的级别：错＝错误，警＝警告，提＝提示，关＝关闭，空白＝相同。理由见[规则方案](../presets.md)。',
      'The severity is that of the preset `recommended`. The columns on the right show what other presets change: E error, W warning, I info, – off, blank the same. For the reasons see [presets](../presets.en.md).'
    ),
    ...groups.flatMap((group) => [
      `## ${say(groupNames[group], locale)}`,
      table(
        [
          t('规则', 'Rule'),
          t('说明', 'About'),
          t('级别', 'Severity'),
          t('修改', 'Fix'),
          ...names.map((name) => `\`${name}\``)
        ],
        rulesOfGroup(group).map((rule) => [
          `[${rule.id}](${rule.id}${locale === 'en' ? '.en' : ''}.md)`,
          escapeMarkdown(say(rule.title, locale)),
          say(severityNames[rule.severity], locale),
          say(fixOf(rule), locale),
          ...names.map((name) => {
            const severity = presets[name as keyof typeof presets][rule.id] ?? rule.severity
            return severity === rule.severity ? '' : shorten(severity, t)
          })
        ])
      )
    ])
  ])
}

function shorten(severity: Severity | 'off', t: Say): string {
  return {error: t('错', 'E'), warning: t('警', 'W'), info: t('提', 'I'), off: t('关', '–')}[severity]
}
