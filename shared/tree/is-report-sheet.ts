import type {Bilingual} from '../lint/define-rule.js'
import type {Sheet} from '../workbook/workbook.js'

/** Headings that every list of findings of ours has, as workbook and as csv. */
export const reportHeadings = {
  cell: {zh: '单元格', en: 'Cell'},
  kind: {zh: '问题类别', en: 'Kind'},
  basis: {zh: '依据', en: 'Basis'},
  severity: {zh: '严重程度', en: 'Severity'}
} satisfies Record<string, Bilingual>

/** Title of the sheet of counts. */
export const reportSummaryTitle: Bilingual = {zh: '审核意见汇总', en: 'Summary of the review'}

/** Rows searched: somebody may have put a few lines above. */
const searched = 10

/** Whether a sheet is a report of an earlier check, even one that somebody has worked on. It quotes forms but is none. */
export function isReportSheet({cells}: Sheet): boolean {
  const {severity} = reportHeadings
  for (const {row, column, text} of cells) {
    // Cells stand in row order.
    if (row > searched) return false
    if (row === 1 && column === 1 && (text === reportSummaryTitle.zh || text === reportSummaryTitle.en))
      return true
    if (text !== severity.zh && text !== severity.en) continue
    const texts = new Set(cells.filter((cell) => cell.row === row).map((cell) => cell.text))
    const wanted = Object.values(reportHeadings)
    if (wanted.every(({zh}) => texts.has(zh)) || wanted.every(({en}) => texts.has(en))) return true
  }
  return false
}
