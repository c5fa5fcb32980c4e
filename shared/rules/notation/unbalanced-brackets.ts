import {defineRule} from '../../lint/define-rule.js'
import type {Part} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {findUnbalanced, isBalanced, pairedMarks, type Unbalanced} from '../support/find-unbalanced.js'
import {textCells, textGate} from '../support/text-cells.js'

export default defineRule({
  id: 'unbalanced-brackets',
  group: 'notation',
  severity: 'error',
  title: {zh: '括号或引号不成对', en: 'Bracket or quotation mark without partner'},
  why: {
    zh: '括号、书名号、引号少了一半，说明文字被截断或者漏打，读的人不知道说明到哪里为止。请补上缺的一半，或者删去多余的一半。',
    en: 'A bracket, title mark or quotation mark without its other half shows that the text was cut off or mistyped, and the reader cannot tell where the remark ends. Add the missing half or delete the stray one.'
  },
  basis: ['GB/T 15834-2011 标点符号用法'],
  traps: {
    zh: '全角半角混用算成对；“1）”“a)”这类编号、半开区间“[60,80)”、断在上下两格之间的括号和表末被截断的单元格不报。',
    en: 'Silent for mixed widths, numbering such as 1） or a), half-open intervals [60,80), brackets that continue in the next cell below, and the last cell of a table that was cut off.'
  },
  messages: {
    zh: {
      open: '“{text}”中的“{mark}”没有另一半。请补上，或者删去。',
      close: '“{text}”中的“{mark}”前面没有另一半。请补上，或者删去。',
      reversed: '“{text}”中的引号前后写反了。请用“和”配对。',
      quotes: '“{text}”中的引号两个都是“{mark}”。请用“和”配对。'
    },
    en: {
      open: 'The "{mark}" in "{text}" is never closed. Close it or delete it.',
      close: 'The "{mark}" in "{text}" was never opened. Open it or delete it.',
      reversed: 'The quotation marks in "{text}" are the wrong way round. Pair “ with ”.',
      quotes: 'Both quotation marks in "{text}" are "{mark}". Pair “ with ”.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年渔政执法经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 巡查次数（含夜间 | 全年巡查的次数 | ≥60次 | 《渔政执法方案
        ^ | 质量指标 | 案件办结率 | 办结案件占立案案件的比例） | ≥95% | 云川农发2023〕9号
      `,
      finds: ['C3', 'F3', 'D4', 'F4']
    },
    {
      right: sheet`
        2024年渔政执法经费绩效目标表
        绩效目标 | 1）全年巡查60次；2）办结案件（含简易程序)95%以上，得分在[60,80)之间的乡镇不超过2个。
        一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 巡查次数（含夜间） | ≥60次 | 《渔政执法方案》
        满意度指标 | 服务对象满意度指标 | “放心渔市”商户满意度 | ≥90% | 问卷调查
      `
    }
  ],
  create: (context) => ({
    sheet(node) {
      if (node.children.length === 0) return
      const found: {part: Part; alone: Unbalanced[]}[] = []
      for (const part of textCells(node, unbalanced)) {
        const alone = findUnbalanced(part.text)
        if (alone.length > 0) found.push({part, alone})
      }
      if (found.length === 0) return
      const byTop = new Map(found.map((entry) => [placeOf(entry.part, entry.part.range.top), entry]))
      const byBottom = new Map(found.map((entry) => [placeOf(entry.part, entry.part.range.bottom), entry]))
      const neighbours = (part: Part): {part: Part; alone: Unbalanced[]}[] =>
        [1, 2].flatMap((step) => {
          const below = byTop.get(placeOf(part, part.range.bottom + step))
          const above = byBottom.get(placeOf(part, part.range.top - step))
          return [...(below ? [below] : []), ...(above ? [above] : [])]
        })
      const cutOff = node.children.at(-1)?.complete === false
      const last = node.sheet.cells.findLast(({value}) => typeof value === 'string')
      for (const {part, alone} of found) {
        if (part.cell === last && cutOff && alone.every(({open}) => open)) continue
        if (neighbours(part).some((other) => continues(part, alone, other.part, other.alone))) continue
        const [first, second] = alone
        if (!first) continue
        const quotes = first.mark === '“' && second?.mark === '“' && alone.length === 2
        const reversed = first.mark === '”' && second?.mark === '“'
        const around = part.text.slice(Math.max(0, first.offset - 14), first.offset + 16)
        context.report({
          node,
          part,
          messageId: quotes ? 'quotes' : reversed ? 'reversed' : first.open ? 'open' : 'close',
          severity: quotes || reversed || part.plain.length > 120 ? 'warning' : 'error',
          data: {text: quoteText(part.text.length > 40 ? around : part.text), mark: first.mark}
        })
      }
    }
  })
})

/** Whether the text runs on in the cell below, or began in the cell above: one opens what the other closes. */
function continues(part: Part, alone: Unbalanced[], other: Part, others: Unbalanced[]): boolean {
  if (part.range.left !== other.range.left) return false
  const partner = (open: boolean): boolean =>
    alone.some(
      (mark) => mark.open === open && others.some(({kind, open: also}) => kind === mark.kind && also !== open)
    )
  const below = other.range.top - part.range.bottom
  const above = part.range.top - other.range.bottom
  return (below >= 1 && below <= 2 && partner(true)) || (above >= 1 && above <= 2 && partner(false))
}

function placeOf(part: Part, row: number): string {
  return `${part.range.left},${row}`
}

const unbalanced = textGate((text) => !isBalanced(text), pairedMarks)
