import {groupNames, say, severityNames} from '../../../shared/locale/texts.js'
import {reportHeadings} from '../../../shared/tree/own-sheets.js'
import type {RunResult} from '../../run/result.js'
import {unitOf, type ReviewRow} from '../review-rows.js'
import {splitMessage} from '../split-message.js'
import {ReportSheet, type ReportCell} from './report-sheet.js'
import type {ReportStyle} from './report-styles.js'

/** The sheet 审核意见表: a row a finding, as reviewers send them back. Gives the sheet and the range of its filter. */
export function makeListSheet(
  {summary, locale}: RunResult,
  rows: ReviewRow[],
  name: string
): {sheet: ReportSheet; headingRow: number; filter: string} {
  const t = (zh: string, en: string, data?: Record<string, string | number>): string =>
    say({zh, en}, locale, data)
  const columns: [string, number][] = [
    [t('序号', 'No.'), 6],
    [t('单位', 'Unit'), 18],
    [t('项目名称', 'Project'), 22],
    [t('项目编码', 'Project code'), 24],
    [t('表', 'Sheet'), 16],
    [say(reportHeadings.cell, locale), 9],
    [say(reportHeadings.kind, locale), 12],
    [t('问题', 'Problem'), 46],
    [t('修改建议', 'What to do'), 40],
    [say(reportHeadings.basis, locale), 34],
    [say(reportHeadings.severity, locale), 10],
    [t('文件', 'File'), 26]
  ]
  const sheet = new ReportSheet(
    name,
    columns.map(([, width]) => width)
  )
  sheet.add([{value: t('预算绩效目标审核意见表', 'Review of performance targets'), style: 'title'}], {
    wide: true
  })
  sheet.add(
    [
      {
        value: t(
          '检查了 {files} 个文件：{errors} 个错误、{warnings} 个警告、{infos} 个提示；{failed} 个文件未能检查。',
          '{files} files checked: {errors} errors, {warnings} warnings, {infos} hints; {failed} files not checked.',
          {...summary}
        ),
        style: 'remark'
      }
    ],
    {wide: true}
  )
  const headingRow = sheet.add(columns.map(([value]) => ({value, style: 'heading'})))
  for (const row of rows) sheet.add(describeRow(row, t, locale))
  return {sheet, headingRow, filter: `A${headingRow}:L${Math.max(sheet.row, headingRow + 1)}`}
}

function describeRow(
  row: ReviewRow,
  t: (zh: string, en: string) => string,
  locale: RunResult['locale']
): ReportCell[] {
  const {cells, result, finding, form, severity} = row
  const {problem, advice} = finding
    ? splitMessage(finding, locale)
    : {
        problem: result.error?.message ?? '',
        advice: t('请换成能够打开的文件后重新检查。', 'Replace the file and check again.')
      }
  const cell = (value: string | number, style: ReportStyle = 'cell'): ReportCell => ({value, style})
  return [
    cell(cells[0] ?? '', 'center'),
    cell(unitOf(row) ?? ''),
    cell(form?.projectName ?? ''),
    cell(form?.projectCode ?? ''),
    cell(finding?.sheet ?? ''),
    cell(finding?.range ?? '', 'center'),
    cell(finding ? say(groupNames[finding.group], locale) : t('未能检查', 'Not checked'), 'center'),
    cell(problem),
    cell(advice),
    cell(finding?.basis.join('\n') ?? ''),
    cell(say(severityNames[severity], locale), severity),
    cell(result.file)
  ]
}
