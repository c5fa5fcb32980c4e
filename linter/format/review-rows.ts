import type {Bilingual} from '../../shared/lint/define-rule.js'
import type {Finding, Locale, Severity} from '../../shared/lint/finding.js'
import type {FormSummary} from '../../shared/lint/summarise-forms.js'
import {groupNames, say, severityNames} from '../../shared/locale/texts.js'
import {reportHeadings} from '../../shared/tree/own-sheets.js'
import {quoteText} from '../../shared/workbook/plain-text.js'
import {formAround} from '../run/form-around.js'
import type {FileResult, RunResult} from '../run/result.js'

/** One line of a reviewers' list. */
export interface ReviewRow {
  result: FileResult
  /** Absent for a file that could not be checked. */
  finding?: Finding
  form?: FormSummary
  severity: Severity
  /** In the order of {@link reviewColumns}. */
  cells: (string | number)[]
}

export interface ReviewColumn {
  title: string
  /** Characters. */
  width: number
}

/** The columns of a 审核意见表, as reviewers send it back. */
export function reviewColumns(locale: Locale): ReviewColumn[] {
  const {cell, kind, basis, severity} = reportHeadings
  const columns: [Bilingual, number][] = [
    [{zh: '序号', en: 'No.'}, 6],
    [{zh: '文件', en: 'File'}, 26],
    [{zh: '单位', en: 'Unit'}, 22],
    [{zh: '项目名称', en: 'Project'}, 28],
    [{zh: '项目编码', en: 'Project code'}, 24],
    [{zh: '表', en: 'Sheet'}, 22],
    [cell, 10],
    [{zh: '单元格内容', en: 'Text'}, 24],
    [kind, 12],
    [{zh: '问题与修改建议', en: 'What, why, what to do'}, 60],
    [basis, 40],
    [severity, 10],
    [{zh: '规则', en: 'Rule'}, 24]
  ]
  return columns.map(([title, width]) => ({title: say(title, locale), width}))
}

/** All findings that are not suppressed, and the files that could not be checked, one row each. */
export function listRows({results, locale}: RunResult): ReviewRow[] {
  const rows: ReviewRow[] = []
  for (const result of results) {
    if (result.error) {
      rows.push({
        result,
        severity: 'error',
        cells: [
          rows.length + 1,
          result.file,
          '',
          '',
          '',
          '',
          '',
          '',
          say({zh: '未能检查', en: 'Not checked'}, locale),
          result.error.message,
          '',
          say(severityNames.error, locale),
          result.error.code
        ]
      })
    }
    for (const finding of result.findings) {
      if (finding.suppressed) continue
      const form = formAround(finding, result)
      rows.push({
        result,
        finding,
        ...(form && {form}),
        severity: finding.severity,
        cells: [
          rows.length + 1,
          result.file,
          form?.unit ?? '',
          form?.projectName ?? '',
          form?.projectCode ?? '',
          finding.sheet,
          finding.range,
          quoteText(finding.actual ?? '', 200),
          say(groupNames[finding.group], locale),
          finding.message,
          finding.basis.join(locale === 'en' ? '; ' : '；'),
          say(severityNames[finding.severity], locale),
          finding.ruleId
        ]
      })
    }
  }
  return rows
}

/** The unit that a row is about, as its form or another form of the file names it. */
export function unitOf({form, result}: Pick<ReviewRow, 'form' | 'result'>): string | undefined {
  return form?.unit ?? result.forms.find(({unit}) => unit)?.unit
}
