import {defineRule} from '../../lint/define-rule.js'
import type {FundsColumn, Part, TargetNode} from '../../tree/nodes.js'
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
    /** Numbers and number-like texts of the columns that hold amounts of a funds block, points, or amounts of tasks. */
    const funds = new Map<FundsColumn, Column>()
    const others = new Map<'weight' | 'score' | 'task', Column>()
    const conclude = (column: Column, isLone = false): void => {
      const {numbers, texts} = column
      if ((numbers < 2 || texts.length >= numbers) && !isLone) return
      for (const {node, part} of texts)
        context.report({node, part, messageId: 'text', data: {text: quoteText(part.text)}})
    }
    return {
      funds(block) {
        for (const row of block.children)
          for (const {column, part} of row.amounts)
            if (column !== 'reason' && column !== 'rate') collect(funds, column, row, part)
      },
      indicator(node) {
        if (node.weight) collect(others, 'weight', node, node.weight)
        if (node.score) collect(others, 'score', node, node.score)
      },
      task(node) {
        if (node.amount) collect(others, 'task', node, node.amount)
      },
      'form:exit'() {
        for (const [name, column] of funds)
          if (column.texts.length > 0) conclude(column, !isOfPoints(name) && hasLoneTexts(funds))
        for (const column of others.values()) if (column.texts.length > 0) conclude(column)
        funds.clear()
        others.clear()
      }
    }
  }
})

interface Column {
  numbers: number
  texts: {node: TargetNode; part: Part}[]
}

function collect<Name>(columns: Map<Name, Column>, name: Name, node: TargetNode, part: Part): void {
  if (!part.cell || part.offset !== undefined) return
  const {value} = part.cell
  let column = columns.get(name)
  if (!column) columns.set(name, (column = {numbers: 0, texts: []}))
  if (typeof value === 'number') column.numbers++
  else if (typeof value === 'string' && /^-?\d[\d,]*(?:\.\d+)?$/.test(part.plain))
    column.texts.push({node, part})
}

/** In a block of two rows the other columns tell what its cells hold. */
function hasLoneTexts(funds: Map<FundsColumn, Column>): boolean {
  let numbers = 0
  let texts = 0
  for (const [name, column] of funds) {
    if (isOfPoints(name)) continue
    numbers += column.numbers
    texts += column.texts.length
  }
  return numbers >= 3 && texts * 3 <= numbers
}

function isOfPoints(name: FundsColumn): boolean {
  return name === 'weight' || name === 'score'
}
