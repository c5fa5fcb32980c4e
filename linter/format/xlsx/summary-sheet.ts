import type {Severity} from '../../../shared/lint/finding.js'
import {groupNames, say, severityNames} from '../../../shared/locale/texts.js'
import {rules as builtInRules} from '../../../shared/rules/index.js'
import {reportSummaryTitle} from '../../../shared/tree/own-sheets.js'
import type {RunResult} from '../../run/result.js'
import {unitOf, type ReviewRow} from '../review-rows.js'
import type {BarChart} from './bar-chart.js'
import {ReportSheet, type ReportCell} from './report-sheet.js'
import {severityLooks} from './report-styles.js'

type Say = (zh: string, en: string, data?: Record<string, string | number>) => string

const severities: Severity[] = ['error', 'warning', 'info']

/** So many bars are drawn; the table below them lists all. */
const mostBars = 10
/** The charts stand to the right of the tables. */
const chartColumns = {fromColumn: 7, toColumn: 16}

interface Count {
  name: string
  counts: Record<Severity, number>
}

/** The sheet 汇总: counts by severity, unit and rule, and charts of the last two. */
export function makeSummarySheet(
  {summary, locale}: RunResult,
  rows: ReviewRow[],
  name: string
): {sheet: ReportSheet; charts: BarChart[]} {
  const t: Say = (zh, en, data) => say({zh, en}, locale, data)
  const sheet = new ReportSheet(name, [38, 14, 9, 9, 9, 9, 3])
  sheet.add([{value: say(reportSummaryTitle, locale), style: 'title'}], {wide: true})
  const cell = (value: string | number, style: ReportCell['style'] = 'number'): ReportCell => ({value, style})
  sheet.add([cell(t('检查的文件', 'Files checked'), 'cell'), cell(summary.files)])
  sheet.add([cell(t('未能检查的文件', 'Files not checked'), 'cell'), cell(summary.failed)])
  const totals = {error: summary.errors, warning: summary.warnings, info: summary.infos}
  for (const severity of severities)
    sheet.add([cell(say(severityNames[severity], locale), severity), cell(totals[severity])])
  if (summary.suppressed > 0)
    sheet.add([cell(t('已忽略（不计入）', 'Suppressed (not counted)'), 'cell'), cell(summary.suppressed)])

  const found = rows.filter(({finding}) => finding)
  const byUnit = countBy(found, (row) => unitOf(row) ?? row.result.file)
  const byRule = countBy(found, ({finding}) => titleOf(finding?.ruleId ?? '', locale))
  const groups = new Map(
    found.map(({finding}) => [
      titleOf(finding?.ruleId ?? '', locale),
      finding ? say(groupNames[finding.group], locale) : ''
    ])
  )
  const files = filesByUnit(found)
  const charts = [
    addTable(sheet, byUnit, locale, {
      title: t('按单位', 'By unit'),
      first: t('单位（未写明的为文件）', 'Unit (or file)'),
      second: t('文件数', 'Files'),
      secondOf: (unit) => files.get(unit)?.size ?? 1
    }),
    addTable(sheet, byRule, locale, {
      title: t('按问题', 'By problem'),
      first: t('问题', 'Problem'),
      second: t('类别', 'Kind'),
      secondOf: (rule) => groups.get(rule) ?? ''
    })
  ].flatMap((chart) => chart ?? [])
  placeCharts(charts)
  return {sheet, charts}
}

function filesByUnit(rows: ReviewRow[]): Map<string, Set<string>> {
  const files = new Map<string, Set<string>>()
  for (const row of rows) {
    const unit = unitOf(row) ?? row.result.file
    files.set(unit, (files.get(unit) ?? new Set()).add(row.result.file))
  }
  return files
}

/** Writes a table of counts; gives the chart of its first lines. */
function addTable(
  sheet: ReportSheet,
  counts: Count[],
  locale: RunResult['locale'],
  texts: {title: string; first: string; second: string; secondOf: (name: string) => string | number}
): BarChart | undefined {
  if (counts.length === 0) return undefined
  sheet.skipTo(sheet.row + 1)
  sheet.add([{value: texts.title, style: 'section'}])
  const heading = sheet.add(
    [
      texts.first,
      texts.second,
      ...severities.map((severity) => say(severityNames[severity], locale)),
      say({zh: '合计', en: 'Total'}, locale)
    ].map((value) => ({value, style: 'heading'}))
  )
  for (const {name, counts: own} of counts) {
    const second = texts.secondOf(name)
    sheet.add([
      {value: name, style: 'cell'},
      {value: second, style: typeof second === 'number' ? 'number' : 'center'},
      ...severities.map((severity): ReportCell => ({value: own[severity], style: 'number'})),
      {value: totalOf(own), style: 'number'}
    ])
  }
  const drawn = counts.slice(0, mostBars)
  const reference = (column: string): string =>
    `'${sheet.name}'!$${column}$${heading + 1}:$${column}$${heading + drawn.length}`
  return {
    title:
      drawn.length < counts.length
        ? say({zh: '{title}（前 {n} 位）', en: '{title} (first {n})'}, locale, {
            title: texts.title,
            n: drawn.length
          })
        : texts.title,
    categories: {cells: reference('A'), texts: drawn.map(({name}) => name)},
    series: severities.map((severity, index) => ({
      name: say(severityNames[severity], locale),
      nameCell: `'${sheet.name}'!$${'CDE'[index]}$${heading}`,
      cells: reference('CDE'[index] ?? 'C'),
      values: drawn.map(({counts: own}) => own[severity]),
      color: severityLooks[severity].bar
    })),
    anchor: {...chartColumns, fromRow: 0, toRow: 0}
  }
}

/** One below the other, each as high as its bars need. */
function placeCharts(charts: BarChart[]): void {
  let row = 1
  for (const {anchor, categories} of charts) {
    anchor.fromRow = row
    anchor.toRow = row + 6 + Math.ceil(categories.texts.length * 1.1)
    row = anchor.toRow + 1
  }
}

/** Counts by name, the most first. */
function countBy(rows: ReviewRow[], nameOf: (row: ReviewRow) => string): Count[] {
  const byName = new Map<string, Record<Severity, number>>()
  for (const row of rows) {
    const name = nameOf(row)
    const counts = byName.get(name) ?? {error: 0, warning: 0, info: 0}
    counts[row.severity]++
    byName.set(name, counts)
  }
  return [...byName]
    .map(([name, counts]) => ({name, counts}))
    .sort((a, b) => totalOf(b.counts) - totalOf(a.counts) || (a.name < b.name ? -1 : 1))
}

function totalOf({error, warning, info}: Record<Severity, number>): number {
  return error + warning + info
}

function titleOf(id: string, locale: RunResult['locale']): string {
  const rule = builtInRules.find((candidate) => candidate.id === id)
  return rule ? say(rule.title, locale) : id
}
