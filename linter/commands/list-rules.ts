import pc from 'picocolors'
import type {Locale, RuleGroup} from '../../shared/lint/finding.js'
import {groupNames, say, saySteps, settingNames} from '../../shared/locale/texts.js'
import {rules} from '../../shared/rules/index.js'
import {presetDefinitions} from '../../shared/rules/presets.js'
import {listDifferences, listPreset, type PresetLine} from '../../shared/rules/presets/preset.js'
import {padTo, wrapText} from '../format/terminal-text.js'
import {findPreset} from '../run/find-preset.js'
import type {Console} from './console.js'

/** Lists all rules by group, with the severities of a preset and why they differ from the rules' own. */
export function listRules(
  flags: {json?: boolean; preset?: string; locale?: Locale},
  console: Console
): number {
  const locale = flags.locale ?? 'zh-CN'
  const definition = presetDefinitions[findPreset(flags.preset ?? 'recommended')]
  const lines = new Map(listPreset(definition, rules).map((line) => [line.id, line]))
  if (flags.json) {
    const listed = rules.map(({id, group, severity, title, fix, basis}) => ({
      id,
      group,
      severity: lines.get(id)?.severity ?? severity,
      title,
      ...(fix && {fix}),
      basis,
      ...(lines.get(id)?.reason && {own: severity, reason: lines.get(id)?.reason})
    }))
    console.write(JSON.stringify(listed, null, 1) + '\n')
    return 0
  }
  const colors = pc.createColors(console.color)
  const width = Math.max(...rules.map(({id}) => id.length))
  const output: string[] = []
  if (flags.preset !== undefined) {
    output.push(
      `${colors.bold(say(definition.title, locale))}  ${colors.dim(flags.preset)}`,
      ...wrapText(say(definition.about, locale), console.width)
    )
  }
  for (const group of Object.keys(groupNames) as RuleGroup[]) {
    const ofGroup = rules.filter((rule) => rule.group === group)
    if (ofGroup.length === 0) continue
    output.push('', colors.bold(say(groupNames[group], locale)))
    for (const rule of ofGroup) {
      const line = lines.get(rule.id)
      const mark = line?.reason ? '*' : ' '
      output.push(
        `${mark} ${padTo(rule.id, width)}  ${padTo(say(settingNames[line?.severity ?? rule.severity], locale), 7)}  ${say(rule.title, locale)}`
      )
    }
  }
  output.push(...explainChanges([...lines.values()], locale, console.width))
  output.push(
    '',
    say(
      {
        zh: '共 {n} 条。说明和示例：jixiao-lint explain 规则名',
        en: '{n} rules. For one of them: jixiao-lint explain RULE'
      },
      locale,
      {n: rules.length}
    ),
    ...wrapText(
      say(
        {
          zh: '规则方案：{names}（jixiao-lint rules --preset 名称）',
          en: 'Presets: {names} (jixiao-lint rules --preset NAME)'
        },
        locale,
        {names: Object.keys(presetDefinitions).join(', ')}
      ),
      console.width
    )
  )
  console.write(output.join('\n').trimStart() + '\n')
  return 0
}

/** What differs from recommended, with the reasons; rules with the same reason are told together. */
function explainChanges(lines: PresetLine[], locale: Locale, width: number): string[] {
  const differences = listDifferences(lines)
  if (differences.length === 0) return []
  const indent = (text: string, by: number): string[] =>
    wrapText(text, width - by).map((line) => ' '.repeat(by) + line)
  return [
    '',
    say({zh: '* 与推荐不同之处', en: '* What differs from recommended'}, locale),
    ...differences.flatMap(({ids, own, severity, reason}) => [
      ...indent(`${saySteps(own, severity, locale)}  ${say(reason, locale)}`, 2),
      ...indent(ids.join(', '), 4)
    ])
  ]
}
