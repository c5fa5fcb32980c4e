import type {Severity} from '../../shared/lint/finding.js'
import {say, severityNames} from '../../shared/locale/texts.js'
import {quoteText} from '../../shared/workbook/plain-text.js'
import type {RunResult} from '../run/result.js'

const marks: Record<Severity, string> = {error: '🔴', warning: '🟡', info: '🔵'}

/** The report as Markdown: a summary, then one table a sheet. */
export function formatMarkdown({results, summary, locale}: RunResult): string {
  const t = (zh: string, en: string, data?: Record<string, string | number>): string =>
    say({zh, en}, locale, data)
  const lines = [
    t('# 绩效目标检查结果', '# Performance-target check'),
    '',
    t(
      '检查了 {files} 个文件：{errors} 个错误、{warnings} 个警告、{infos} 个提示。',
      '{files} files checked: {errors} errors, {warnings} warnings, {infos} hints.',
      {...summary}
    )
  ]
  if (summary.suppressed > 0) lines.push('', t('已忽略 {n} 条。', '{n} suppressed.', {n: summary.suppressed}))
  for (const {file, error, warnings = [], findings} of results) {
    const shown = findings.filter(({suppressed}) => !suppressed)
    if (!error && warnings.length === 0 && shown.length === 0) continue
    lines.push('', `## ${escape(file)}`)
    if (error) lines.push('', `**${t('未能检查', 'Not checked')}**：${escape(error.message)}`)
    for (const {message} of warnings) lines.push('', `> ${escape(message)}`)
    for (const sheet of new Set(shown.map((finding) => finding.sheet))) {
      lines.push(
        '',
        `### ${escape(sheet)}`,
        '',
        `| ${t('单元格', 'Cell')} | ${t('级别', 'Severity')} | ${t('内容', 'Text')} | ${t('问题', 'Problem')} | ${t('规则', 'Rule')} |`,
        '| --- | --- | --- | --- | --- |'
      )
      for (const finding of shown) {
        if (finding.sheet !== sheet) continue
        const level = `${marks[finding.severity]} ${say(severityNames[finding.severity], locale)}`
        lines.push(
          `| ${finding.range} | ${level} | ${escape(quoteText(finding.actual ?? ''))} | ${escape(finding.message)} | \`${finding.ruleId}\` |`
        )
      }
    }
  }
  return lines.join('\n') + '\n'
}

/** Nothing in a cell may act as Markdown or HTML. */
function escape(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~]/g, (character) => `\\${character}`)
}
