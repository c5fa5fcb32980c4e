import type {Finding, Locale} from '../../../shared/lint/finding.js'
import {groupNames, say, severityNames} from '../../../shared/locale/texts.js'
import type {ReportTable} from '../../host/workbook-host.js'
import {texts} from '../texts.js'

/** The findings that count as a table for a sheet; ends with how many were ignored. */
export function reportOf(findings: Finding[], locale: Locale): ReportTable {
  const counted = findings.filter(({suppressed}) => !suppressed)
  const ignored = findings.length - counted.length
  const t = (key: keyof typeof texts, data?: Record<string, string | number>): string =>
    say(texts[key], locale, data)
  const summary =
    counted.length === 0
      ? t('reportEmpty')
      : t('reportSummary', {
          count: counted.length,
          errors: counted.filter(({severity}) => severity === 'error').length,
          warnings: counted.filter(({severity}) => severity === 'warning').length,
          infos: counted.filter(({severity}) => severity === 'info').length
        })
  return {
    name: t('reportName'),
    title: t('reportTitle'),
    columns: [
      {title: t('columnNumber'), width: 6},
      {title: t('columnSeverity'), width: 8},
      {title: t('columnSheet'), width: 20},
      {title: t('columnPlace'), width: 10},
      {title: t('columnText'), width: 30},
      {title: t('columnProblem'), width: 60},
      {title: t('columnGroup'), width: 12},
      {title: t('columnBasis'), width: 40}
    ],
    rows: [
      ...counted.map(({severity, sheet, range, actual, message, group, basis}, index) => [
        index + 1,
        say(severityNames[severity], locale),
        sheet,
        {text: range, sheet, range},
        actual ?? '',
        message,
        say(groupNames[group], locale),
        basis.join('\n')
      ]),
      ['', '', '', '', '', summary],
      ...(ignored > 0 ? [['', '', '', '', '', t('reportIgnored', {count: ignored})]] : [])
    ]
  }
}
