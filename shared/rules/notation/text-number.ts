import {defineRule} from '../../lint/define-rule.js'
import type {Part, TargetNode} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'

export default defineRule({
  id: 'text-number',
  group: 'notation',
  severity: 'info',
  title: {zh: '数字存成了文本', en: 'Number stored as text'},
  why: {
    zh: '同一栏里别的单元格是数值，这一格却是文本（常见于前面带撇号、后面带空格，或者从网页粘贴）。求和公式会把它当 0，合计就对不上。请转换为数字。',
    en: 'The other cells of the column are numbers, this one is text (an apostrophe, a trailing blank, or pasted from a page). Sums count it as 0, so totals go wrong. Convert it to a number.'
  },
  basis: ['财预〔2020〕10号：绩效自评数据真实、准确'],
  traps: {
    zh: '整栏都是文本（例如从 PDF 转换来的表）、带单位或比较符号的、“-”和“/”、没有数值单元格可比的不报。',
    en: 'Silent when the whole column is text (tables converted from PDF), for values with unit or comparator, for dashes, and when there is no number to compare with.'
  },
  messages: {
    zh: {text: '“{text}”是文本，同一栏的其他单元格是数值，求和时会漏算。请转换为数字。'},
    en: {
      text: '"{text}" is text while the other cells of its column are numbers; sums leave it out. Convert it to a number.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2023年水质监测项目支出绩效自评表
        项目资金（万元） | | 全年预算数 | 全年执行数
        ^ | 年度资金总额 | #80 | #72
        ^ | 其中：财政拨款 | #60 | #52
        ^ | 其他资金 | 20␣ | #20
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 监测断面数量 | ≥12个 | 12个 | #50 | #50
        ^ | 质量指标 | 数据有效率 | ≥98% | 99% | #20 | 20
        效益指标 | 社会效益指标 | 水质信息公开率 | 100% | 100% | #20 | #20
      `,
      finds: ['C5', 'G8']
    },
    {
      right: sheet`
        2023年水质监测项目支出绩效自评表
        项目资金（万元） | | 全年预算数 | 全年执行数
        ^ | 年度资金总额 | 80 | 72
        ^ | 其中：财政拨款 | 80 | 72
        ^ | 其他资金 | - | -
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 监测断面数量 | ≥12个 | 12个 | #50 | #50
        ^ | 质量指标 | 数据有效率 | ≥98% | 99% | #40 | 40分
      `
    }
  ],
  create: (context) => {
    /** Numbers and number-like texts of the columns that hold amounts or points. */
    const columns = new Map<string, {numbers: number; texts: {node: TargetNode; part: Part}[]}>()
    const collect = (node: TargetNode, column: string, part: Part | undefined): void => {
      if (!part?.cell || part.offset !== undefined) return
      const {value} = part.cell
      let entry = columns.get(column)
      if (!entry) columns.set(column, (entry = {numbers: 0, texts: []}))
      if (typeof value === 'number') entry.numbers++
      else if (typeof value === 'string' && /^-?\d[\d,]*(?:\.\d+)?$/.test(part.plain))
        entry.texts.push({node, part})
    }
    /** In a block of two rows the other columns tell what its cells hold. */
    const isLone = (column: string): boolean => {
      if (!column.startsWith('funds') || /weight|score/.test(column)) return false
      let numbers = 0
      let texts = 0
      for (const [name, entry] of columns) {
        if (!name.startsWith('funds') || /weight|score/.test(name)) continue
        numbers += entry.numbers
        texts += entry.texts.length
      }
      return numbers >= 3 && texts * 3 <= numbers
    }
    const conclude = (): void => {
      for (const [column, {numbers, texts}] of columns) {
        if (texts.length === 0) continue
        if ((numbers < 2 || texts.length >= numbers) && !isLone(column)) continue
        for (const {node, part} of texts)
          context.report({node, part, messageId: 'text', data: {text: quoteText(part.text)}})
      }
      columns.clear()
    }
    return {
      funds(block) {
        for (const row of block.children)
          for (const {column, part} of row.amounts)
            if (column !== 'reason' && column !== 'rate') collect(row, `funds ${column}`, part)
      },
      indicator(node) {
        collect(node, 'weight', node.weight)
        collect(node, 'score', node.score)
      },
      task(node) {
        collect(node, 'task', node.amount)
      },
      'form:exit': conclude
    }
  }
})
