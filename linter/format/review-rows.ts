import type {Finding, Locale, Severity} from '../../shared/lint/finding.js'
import type {FormSummary} from '../../shared/lint/summarise-forms.js'
import {groupNames, say, severityNames} from '../../shared/locale/texts.js'
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
  const columns: [string, string, number][] = [
    ['序号', 'No.', 6],
    ['文件', 'File', 26],
    ['单位', 'Unit', 22],
    ['项目名称', 'Project', 28],
    ['项目编码', 'Project code', 24],
    ['表', 'Sheet', 22],
    ['单元格', 'Cell', 10],
    ['单元格内容', 'Text', 24],
    ['问题类别', 'Kind', 12],
    ['问题与修改建议', 'What, why, what to do', 60],
    ['依据', 'Basis', 40],
    ['严重程度', 'Severity', 10],
    ['规则', 'Rule', 24]
  ]
  return columns.map(([zh, en, width]) => ({title: locale === 'en' ? en : zh, width}))
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
