import type {Bilingual, Example, Rule} from '../../shared/lint/define-rule.js'
import type {Locale} from '../../shared/lint/finding.js'
import {lintExample} from '../../shared/lint/lint-example.js'
import {groupNames, say, settingNames, severityNames} from '../../shared/locale/texts.js'
import {rules} from '../../shared/rules/index.js'
import {presetDefinitions} from '../../shared/rules/presets.js'
import {listPreset} from '../../shared/rules/presets/preset.js'
import {escapeMarkdown, joinBlocks, paragraphs, speak, table, type Say} from './markdown.js'
import {drawOptionTable} from './option-table.js'
import {drawSheetTable} from './sheet-table.js'

/** The page of a rule in one language, made from the rule alone; each example is linted for it. */
export function writeRulePage(rule: Rule, locale: Locale): string {
  const t = speak(locale)
  const wrong = rule.examples.filter((example) => example.wrong)
  const right = rule.examples.filter((example) => !example.wrong)
  return joinBlocks([
    `# ${escapeMarkdown(say(rule.title, locale))}`,
    t(
      `\`${rule.id}\` · [全部规则](README.md) · [English](${rule.id}.en.md)`,
      `\`${rule.id}\` · [all rules](README.en.md) · [中文](${rule.id}.md)`
    ),
    table(
      [t('组', 'Group'), t('级别', 'Severity'), t('修改', 'Fix')],
      [
        [
          say(groupNames[rule.group], locale),
          say(severityNames[rule.severity], locale),
          say(fixOf(rule), locale)
        ]
      ]
    ),
    `## ${t('什么错，为什么，怎么改', 'What, why, what to do')}`,
    paragraphs(rule.why, locale),
    `## ${t('依据', 'Basis')}`,
    rule.basis.map((basis) => `- ${escapeMarkdown(basis)}`).join('\n'),
    `## ${t('错误示例', 'Wrong')}`,
    ...wrong.flatMap((example, index) => drawExample(rule, example, index, wrong.length, locale)),
    `## ${t('正确示例', 'Right')}`,
    ...right.flatMap((example, index) => drawExample(rule, example, index, right.length, locale)),
    ...(rule.traps ? [`## ${t('不报的情况', 'When it stays silent')}`, paragraphs(rule.traps, locale)] : []),
    ...(rule.options ? [`## ${t('选项', 'Options')}`, drawOptionTable(rule.options, t)] : []),
    `## ${t('在各规则方案中', 'In the presets')}`,
    describePresets(rule, locale, t),
    `## ${t('何时不用，怎样关闭', 'When not to use it, how to turn it off')}`,
    t(
      '本地表样或主管部门另有规定时，可以关闭这条规则，或者换一个级别；只关掉一部分文件、工作表或区域的，写在 `overrides` 里。在 `jixiao.config.json` 中：',
      'Where a local form or authority says otherwise, switch the rule off or give it another severity; `overrides` do so for some files, sheets or ranges only. In `jixiao.config.json`:'
    ),
    ['```json', turnOff(rule), '```'].join('\n')
  ])
}

export function fixOf(rule: Rule): Bilingual {
  if (rule.fix === 'safe') return {zh: '可自动规范', en: 'safe fix'}
  if (rule.fix === 'suggestion') return {zh: '给出修改建议', en: 'suggestions'}
  return {zh: '由人修改', en: 'by hand'}
}

function drawExample(rule: Rule, example: Example, index: number, count: number, locale: Locale): string[] {
  const t = speak(locale)
  const {workbook, findings} = lintExample(rule, example, locale)
  const number = count > 1 ? t('例 {n}', 'Example {n}', {n: index + 1}) : undefined
  const title = example.title && escapeMarkdown(say(example.title, locale))
  return [
    ...(number || title ? [`### ${[number, title].filter(Boolean).join(t('：', ': '))}`] : []),
    ...(example.options ? [`${t('选项', 'Options')} \`${JSON.stringify(example.options)}\``] : []),
    ...workbook.sheets.flatMap((sheet) => {
      const ofSheet = findings.filter((finding) => finding.sheet === sheet.name)
      const marked = ofSheet.map(({range}) => range)
      return [
        ...(workbook.sheets.length > 1 ? [`${t('工作表', 'Sheet')} **${escapeMarkdown(sheet.name)}**`] : []),
        drawSheetTable(sheet, marked, t),
        ofSheet
          .map(
            ({range, severity, message}) =>
              `- ❌ **${range}** ${say(severityNames[severity], locale)}${t('：', ': ')}${escapeMarkdown(message)}`
          )
          .join('\n')
      ]
    })
  ]
}

function describePresets(rule: Rule, locale: Locale, t: Say): string {
  const rows = Object.entries(presetDefinitions).map(([name, definition]) => {
    const [line] = listPreset(definition, [rule])
    return [
      `\`${name}\``,
      say(settingNames[line?.severity ?? rule.severity], locale),
      line?.reason ? escapeMarkdown(say(line.reason, locale)) : ''
    ]
  })
  return table(
    [t('规则方案', 'Preset'), t('级别', 'Severity'), t('与推荐不同的理由', 'Why it differs')],
    rows
  )
}

function turnOff({id, severity}: Rule): string {
  const milder = severity === 'info' ? 'off' : 'info'
  const override = `{"files": ["**/2020/*.xlsx"], "rules": {"${id}": "${milder}"}}`
  return `{\n  "rules": {"${id}": "off"},\n  "overrides": [${override}]\n}`
}

/** Rules in the order of their names, so that pages do not depend on the order of the list. */
export function rulesInOrder(): Rule[] {
  return [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))
}
