import type {Bilingual} from '../lint/define-rule.js'
import type {Sheet} from '../workbook/workbook.js'

/** Headings of the sheet 审核意见 in front of a copy that goes back to the unit. */
export const reviewHeadings = {
  number: {zh: '序号', en: 'No.'},
  level: {zh: '级别', en: 'Level'},
  sheet: {zh: '工作表', en: 'Sheet'},
  cell: {zh: '单元格', en: 'Cell'},
  text: {zh: '内容', en: 'Text'},
  advice: {zh: '问题、原因和建议', en: 'What, why, what to do'},
  basis: {zh: '依据', en: 'Basis'},
  rule: {zh: '规则', en: 'Rule'}
} satisfies Record<string, Bilingual>

/** Headings that every list of findings has, as workbook and as csv. */
export const reportHeadings = {
  cell: {zh: '单元格', en: 'Cell'},
  kind: {zh: '问题类别', en: 'Kind'},
  basis: {zh: '依据', en: 'Basis'},
  severity: {zh: '严重程度', en: 'Severity'}
} satisfies Record<string, Bilingual>

/** Title of the sheet of counts in a list of findings. */
export const reportSummaryTitle: Bilingual = {zh: '审核意见汇总', en: 'Summary of the review'}

/** Title of the sheet that the task pane writes into the open workbook. */
export const paneReportTitle: Bilingual = {zh: '绩效目标体检：问题清单', en: 'Target check-up: findings'}

const titles = new Set([reportSummaryTitle, paneReportTitle].flatMap(({zh, en}) => [zh, en]))
const tables = [reviewHeadings, reportHeadings].flatMap((headings) => {
  const all: Bilingual[] = Object.values(headings)
  return [all.map(({zh}) => zh), all.map(({en}) => en)]
})
const anyHeading = new Set(tables.flat())

/** Rows searched: somebody may have put a few lines above. */
const searched = 10

/**
 * Whether a sheet is a report of an earlier check: the list sent back to a unit, a reviewers' list, its counts, or the pane's
 * list, even one that somebody has worked on. It quotes forms but is none.
 */
export function isOwnSheet({cells}: Sheet): boolean {
  const byRow = new Map<number, Set<string>>()
  for (const {row, column, text} of cells) {
    // Cells stand in row order.
    if (row > searched) break
    if (row === 1 && column === 1 && titles.has(text)) return true
    if (!anyHeading.has(text)) continue
    const texts = byRow.get(row)
    if (texts) texts.add(text)
    else byRow.set(row, new Set([text]))
  }
  return [...byRow.values()].some((texts) =>
    tables.some((headings) => headings.every((heading) => texts.has(heading)))
  )
}
