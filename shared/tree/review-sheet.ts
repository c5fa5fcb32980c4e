import type {Bilingual} from '../lint/define-rule.js'
import type {Cell, Sheet} from '../workbook/workbook.js'

/** Headings of the sheet 审核意见 that goes back to the unit: the one place that says what makes such a sheet. */
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

/** Rows searched for the headings: somebody may have put a few lines above. */
const searched = 10

/** Whether a sheet is a list of remarks of an earlier check. It quotes forms but is none. */
export function isReviewSheet({cells}: Sheet): boolean {
  const {advice} = reviewHeadings
  for (const {row, text} of cells) {
    // Cells stand in row order.
    if (row > searched) return false
    if (text === advice.zh || text === advice.en) return hasAllHeadings(cells, row)
  }
  return false
}

function hasAllHeadings(cells: Cell[], row: number): boolean {
  const texts = new Set(cells.filter((cell) => cell.row === row).map(({text}) => text))
  const wanted = Object.values(reviewHeadings)
  return wanted.every(({zh}) => texts.has(zh)) || wanted.every(({en}) => texts.has(en))
}
