import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import type {Cell, Range} from '../../workbook/workbook.js'
import {sheet} from '../../workbook/sheet-literal.js'

export default defineRule({
  id: 'decimal-noise',
  group: 'notation',
  severity: 'info',
  fix: 'suggestion',
  title: {zh: '小数位数过多', en: 'Too many decimals'},
  why: {
    zh: '“31.900000”“0.30000000000000004”是系统导出或公式计算留下的小数，万元保留两位、最多四位就够用，多余的位数难以核对。请四舍五入后填写，或者设置单元格格式。',
    en: 'Figures such as 31.900000 or 0.30000000000000004 are left by an export or a calculation. Two decimals of 万元, at most four, are enough, and more are hard to check. Round the figure or set the number format.'
  },
  basis: ['预算表列示要求：金额以万元为单位的，一般保留两位小数'],
  traps: {
    zh: '四位及以下小数、文字中的坐标和编号不报；只看单元格显示的内容，显示为两位的不报。',
    en: 'Silent up to four decimals and for coordinates and numbers within texts; only what the cell shows counts.'
  },
  messages: {
    zh: {
      zeros: '“{text}”保留了 {count} 位小数，末尾都是 0。请写成“{to}”。',
      long: '“{text}”有 {count} 位小数，超出了金额和比率需要的精度。请四舍五入，例如“{to}”。',
      write: '改为“{to}”'
    },
    en: {
      zeros: '"{text}" carries {count} decimals that end in zeros. Write "{to}".',
      long: '"{text}" has {count} decimals, finer than any amount or rate needs. Round it, e.g. "{to}".',
      write: 'Change to "{to}"'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年部门项目支出预算绩效目标表
        项目名称 | 公益诉讼鉴定费
        项目金额 | 31.900000 | 其中：财政资金 | #0.30000000000000004 0.00000000000000000
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 鉴定案件数量 | ≥6件
        ^ | 14-成本指标 | 件均鉴定费 | ≤5.31666667万元
      `,
      finds: ['B3', 'D3', 'D6']
    },
    {
      right: sheet`
        2024年部门项目支出预算绩效目标表
        项目名称 | 观测点（东经114.502461度）维护
        项目金额 | 31.9000 | 其中：财政资金 | #0.30000000000000004 0.00
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 11-数量指标 | 维护站点数量 | ≥6个
        ^ | 14-成本指标 | 站均维护费 | ≤5.32万元
      `
    }
  ],
  create: (context) => ({
    sheet(node) {
      if (node.children.length === 0) return
      let merges: Map<string, Range> | undefined
      for (const cell of node.sheet.cells) {
        const {text, value} = cell
        if (text.length < 7 || typeof value === 'boolean' || !text.includes('.')) continue
        const match = noisy.exec(text)
        if (!match) continue
        merges ??= new Map(node.sheet.merges.map((range) => [`${range.top},${range.left}`, range]))
        const [, before = '', whole = '', fraction = '', after = ''] = match
        const kept = fraction.replace(/0+$/, '')
        const isZeros = kept.length <= 4
        const rounded = isZeros
          ? `${whole}${kept === '' ? '' : `.${kept}`}`
          : String(Number(Number(`${whole.replace(/,/g, '')}.${fraction}`).toFixed(2)))
        const to = before + rounded + after
        const part = {text: cell.text, plain: cell.text.trim(), range: rangeOf(cell, merges), cell}
        context.report({
          node,
          part,
          messageId: isZeros ? 'zeros' : 'long',
          data: {text: quoteText(cell.text), count: fraction.length, to},
          expected: [to],
          ...(typeof cell.value === 'string' &&
            !cell.formula && {suggest: [{messageId: 'write', edits: [{part, to}]}]})
        })
      }
    }
  })
})

/** A cell that is a number of five or more decimals, with a comparator and a unit at most. */
const noisy = /^(\s*[≥≤≧≦<>=]*\s*)(-?\d[\d,]*)\.(\d{5,})(\s*(?:万元|亿元|元|%|％|万)?(?:\/\S{1,3})?)\s*$/

function rangeOf({row, column}: Cell, merges: Map<string, Range>): Range {
  return merges.get(`${row},${column}`) ?? {top: row, left: column, bottom: row, right: column}
}
