import pc from 'picocolors'
import type {Example, Rule} from '../../shared/lint/define-rule.js'
import type {Locale} from '../../shared/lint/finding.js'
import {lintExample} from '../../shared/lint/lint-example.js'
import {findNearest} from '../../shared/lint/nearest-word.js'
import {groupNames, say, severityNames} from '../../shared/locale/texts.js'
import {rules} from '../../shared/rules/index.js'
import {drawSheet} from '../format/draw-sheet.js'
import {wrapText} from '../format/terminal-text.js'
import {loadConfiguration} from '../run/load-configuration.js'
import {UsageError} from '../run/usage-error.js'
import type {Console} from './console.js'

/** Explains a rule: what, why, what to do, its basis, its options, and its wrong and right sheets. */
export async function explain(id: string, flags: {locale?: Locale}, console: Console): Promise<number> {
  const locale = flags.locale ?? 'zh-CN'
  const isMeant = (candidate: Rule): boolean => candidate.id === id
  const builtIn = rules.find(isMeant)
  // Only a name that is not built in is worth loading the plugins of a configuration.
  const {pluginRules} = builtIn ? {pluginRules: []} : await loadConfiguration({cwd: console.cwd})
  const rule = builtIn ?? pluginRules.find(isMeant)
  if (!rule) {
    const nearest = findNearest(
      id,
      [...rules, ...pluginRules].map((candidate) => candidate.id)
    )
    throw new UsageError({
      zh: `没有叫“${id}”的规则。${nearest ? `是不是“${nearest}”？` : '用 rules 命令查看全部规则。'}`,
      en: `There is no rule "${id}". ${nearest ? `Did you mean "${nearest}"?` : 'See the command "rules".'}`
    })
  }
  const colors = pc.createColors(console.color)
  const width = Math.min(console.width, 100)
  const paragraph = (text: string): string[] => wrapText(text, width)
  const lines = [
    `${colors.bold(say(rule.title, locale))}  ${colors.dim(rule.id)}`,
    `${say(groupNames[rule.group], locale)} · ${say(severityNames[rule.severity], locale)}${rule.fix === 'safe' ? say({zh: ' · 可自动规范', en: ' · safe fix'}, locale) : ''}`,
    '',
    ...paragraph(say(rule.why, locale)),
    '',
    colors.bold(say({zh: '依据', en: 'Basis'}, locale)),
    ...rule.basis.flatMap((basis) => paragraph(`· ${basis}`))
  ]
  if (rule.traps)
    lines.push(
      '',
      colors.bold(say({zh: '不报的情况', en: 'When it stays silent'}, locale)),
      ...paragraph(say(rule.traps, locale))
    )
  if (rule.options)
    lines.push(
      '',
      colors.bold(say({zh: '选项（默认值）', en: 'Options (defaults)'}, locale)),
      JSON.stringify(rule.options.default)
    )
  for (const example of rule.examples) lines.push('', ...drawExample(rule, example, locale, width, colors))
  console.write(lines.join('\n') + '\n')
  return 0
}

function drawExample(
  rule: Rule,
  example: Example,
  locale: Locale,
  width: number,
  colors: ReturnType<typeof pc.createColors>
): string[] {
  const {workbook, findings} = lintExample(rule, example, locale)
  const name = example.wrong
    ? colors.red(`✗ ${say({zh: '错误示例', en: 'Wrong'}, locale)}`)
    : colors.green(`✓ ${say({zh: '正确示例', en: 'Right'}, locale)}`)
  const lines = [example.title ? `${name}  ${say(example.title, locale)}` : name]
  for (const sheet of workbook.sheets) {
    if (workbook.sheets.length > 1) lines.push(`  ${sheet.name}`)
    const marked = findings.filter((finding) => finding.sheet === sheet.name).map(({range}) => range)
    lines.push(...drawSheet(sheet, marked, width - 2, colors).map((line) => `  ${line}`))
  }
  for (const {range, message} of findings)
    lines.push(...wrapText(`→ ${range} ${message}`, width - 2).map((line) => `  ${line}`))
  return lines
}
