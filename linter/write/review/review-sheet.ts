import path from 'node:path'
import {formatRange} from '../../../shared/workbook/address.js'
import type {Finding, Locale} from '../../../shared/lint/finding.js'
import {say, severityNames} from '../../../shared/locale/texts.js'
import {reviewHeadings} from '../../../shared/tree/own-sheets.js'
import type {Workbook} from '../../../shared/workbook/workbook.js'
import type {NewSheet, NewSheetCell} from '../patch/add-first-sheet.js'
import {findCell} from './mark-cells.js'
import {severityColors} from './severity-colors.js'

/** The sheet 审核意见: all findings of a workbook, each with a link to its cell. */
export function makeReviewSheet(
  file: string,
  workbook: Workbook,
  findings: Finding[],
  locale: Locale
): NewSheet {
  const t = (zh: string, en: string, data: Record<string, string | number> = {}): string =>
    say({zh, en}, locale, data)
  const count = (wanted: Finding['severity']): number =>
    findings.filter(({severity}) => severity === wanted).length
  const summary =
    findings.length === 0
      ? t('{file}：没有发现问题。', '{file}: no problems found.', {file: path.basename(file)})
      : t(
          '{file}：{errors} 个错误、{warnings} 个警告、{infos} 个提示。点“单元格”一列可跳到该处，原因和建议也写在该处的批注里。',
          '{file}: {errors} errors, {warnings} warnings, {infos} hints. Click an address to go there; its note says why and what to do.',
          {
            file: path.basename(file),
            errors: count('error'),
            warnings: count('warning'),
            infos: count('info')
          }
        )
  const headings = Object.values(reviewHeadings).map((heading) => say(heading, locale))
  const hidden = new Set(
    workbook.sheets.flatMap(({name, visibility}) => (visibility === 'visible' ? [] : [name]))
  )
  return {
    name: t('审核意见', 'Review'),
    widths: [6, 8, 20, 10, 30, 62, 34, 24],
    frozenRows: findings.length === 0 ? 0 : 3,
    rows: [
      [{text: t('审核意见', 'Review'), look: 'title'}],
      [{text: summary, look: 'remark'}],
      ...(findings.length === 0
        ? []
        : [headings.map((text): NewSheetCell => ({text, look: 'heading', color: 'E7EEF7'}))]),
      ...findings.map((finding, index): NewSheetCell[] => {
        const cell = findCell(workbook, finding)
        const sheet = hidden.has(finding.sheet)
          ? t('{name}（隐藏）', '{name} (hidden)', {name: finding.sheet})
          : finding.sheet
        return [
          {text: index + 1, look: 'cell'},
          {
            text: say(severityNames[finding.severity], locale),
            look: 'cell',
            color: severityColors[finding.severity]
          },
          {text: sheet, look: 'cell'},
          {
            text: cell !== undefined && isOneCell(workbook, finding) ? cell : finding.range,
            look: 'link',
            ...(cell !== undefined && {link: {sheet: finding.sheet, cell}})
          },
          {text: cut(finding.actual ?? ''), look: 'cell'},
          {text: adviceOf(finding, locale), look: 'cell'},
          {text: finding.basis.join('\n'), look: 'cell'},
          {text: finding.ruleId, look: 'cell'}
        ]
      })
    ]
  }
}

/** Whether a range is one cell to the eye: a cell or a merge. */
function isOneCell({sheets}: Workbook, {sheet, range}: Finding): boolean {
  const owner = sheets.find(({name}) => name === sheet)
  return !range.includes(':') || (owner?.merges.some((merge) => formatRange(merge) === range) ?? false)
}

/** Long texts are there to be recognised, not to be read: the link leads to them. */
function cut(text: string): string {
  const characters = [...text]
  return characters.length > 120 ? `${characters.slice(0, 119).join('')}…` : text
}

function adviceOf({message, expected}: Finding, locale: Locale): string {
  if (!expected?.length) return message
  const list = expected.join(say({zh: '；', en: '; '}, locale))
  return `${message}\n${say({zh: '可写作：{list}', en: 'For example: {list}'}, locale, {list})}`
}
