import {defineRule} from '../../lint/define-rule.js'
import type {Form, Part, SheetNode, TargetNode} from '../../tree/nodes.js'
import {toPlainText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import type {Cell} from '../../workbook/workbook.js'
import {formatAmount} from '../support/format-amount.js'
import {textCells, textGate} from '../support/text-cells.js'

export default defineRule({
  id: 'column-total',
  group: 'consistency',
  severity: 'warning',
  title: {zh: '合计行与各行之和不符', en: 'Row of totals differs from the sum of the rows'},
  why: {
    zh: '分配表、任务表、资金表里的“合计”应当等于各行之和。对不上，说明有一行漏填或改过，合计没有跟着改，下达和汇总都会出错。请重新求和核对。',
    en: 'In a table of allocations, tasks or funds the row 合计 is the sum of the rows. If it is not, a row is missing or was changed without the total, and what is built on it goes wrong. Add up again.'
  },
  basis: ['算术：合计等于各行之和'],
  traps: {
    zh: '比率、标准、单价、分值、编码等不该相加的列不查；有小计、其中、多级合计的表不查；相差很远而其他列也对不上的，视为另有口径，不报。',
    en: 'Silent for columns that are not added (rates, standards, prices, points, codes), for tables with subtotals or several levels, and where the difference is large and no other column adds up either, as the total then means something else.'
  },
  messages: {
    zh: {
      differs: '合计“{total}”不等于各行之和 {sum}（{count} 行）。请核对。',
      across: '合计“{total}”不等于右边 {count} 列之和 {sum}，其他行都相等。请核对。'
    },
    en: {
      differs: 'The total "{total}" is not the sum {sum} of its {count} rows. Check the numbers.',
      across:
        'The total "{total}" is not the sum {sum} of the {count} columns beside it, as it is in the other rows. Check the numbers.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年造林补助资金分配表
        单位：万元
        县区 | 资金 | 造林面积（亩） | 补助标准
        云川县 | #120 | #800 | #0.15
        青岭县 | #80 | #500 | #0.16
        南坪县 | #60 | #400 | #0.15
        合计 | #280 | #1700 | #0.15
      `,
      finds: ['B7']
    },
    {
      wrong: sheet`
        2024年部门整体支出绩效目标表
        年度主要任务 | 任务名称 | 主要内容 | 预算金额（万元）
        ^ | 河道管护 | 管护河道320公里 | #150
        ^ | 水库除险 | 除险加固小型水库3座 | #260
        ^ | 金额合计 | | #420
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 管护河道长度 | 320公里
        效益指标 | 社会效益指标 | 受益人口 | ≥5万人
      `,
      finds: ['D5']
    },
    {
      right: sheet`
        2024年造林补助资金分配表
        单位：万元
        县区 | 资金 | 造林面积（亩） | 成活率（%）
        合计 | #260 | #1700 | #90
        云川县 | #120 | #800 | #91
        青岭县 | #80 | #500 | #90
        南坪县 | #60 | #400 | #89
      `
    },
    {
      wrong: sheet`
        2024年教育补助资金分配表
        县区 | 合计 | 中央资金 | 市级资金
        云川县 | #120 | #80 | #40
        青岭县 | #150 | #100 | #60
        南坪县 | #90 | #60 | #30
        望江县 | #60 | #40 | #20
      `,
      finds: ['B4']
    },
    {
      title: {zh: '有小计', en: 'With subtotals'},
      right: sheet`
        2024年造林补助资金分配表
        县区 | 资金
        北片小计 | #200
        云川县 | #120
        青岭县 | #80
        南片小计 | #60
        南坪县 | #60
        合计 | #260
      `
    }
  ],
  create: (context) => ({
    sheet(node) {
      if (node.children.length === 0) return
      let rows: Map<number, Cell[]> | undefined
      for (const label of textCells(node, totals)) {
        const {top, bottom} = label.range
        const form = node.children.find(({position: {start, end}}) => top >= start.line && top <= end.line)
        if (top !== bottom || (form && isKnown(form, top))) continue
        rows ??= rowsOf(node)
        const down = judgeRow(rows, top, label.range.right)
        const across = down.length > 0 ? [] : judgeColumn(rows, top, label.range.left)
        for (const {cell, sum, count} of [...down, ...across]) {
          const part: Part = {
            text: cell.text,
            plain: toPlainText(cell.text),
            range: {top: cell.row, left: cell.column, bottom: cell.row, right: cell.column},
            cell
          }
          const owner: TargetNode = form ?? node
          context.report({
            node: owner,
            part,
            messageId: down.length > 0 ? 'differs' : 'across',
            data: {total: cell.text.trim(), sum: formatAmount(sum), count}
          })
        }
      }
    }
  })
})

const totals = textGate(/^\s*(?:金额|资金)?\s*(?:合|总)\s*计\s*[:：]?\s*$/, '计')

/** Whether other rules look after a row: points and scores, funds. */
function isKnown(form: Form, row: number): boolean {
  if (form.totals.some(({label}) => label.range.top === row)) return true
  return form.children.some(
    (child) =>
      // A lone row 合计 | 220 is no block of funds.
      (child.type === 'indicator' || (child.type === 'funds' && child.children.length > 1)) &&
      row >= child.position.start.line &&
      row <= child.position.end.line
  )
}

function rowsOf({sheet: {cells}}: SheetNode): Map<number, Cell[]> {
  const rows = new Map<number, Cell[]>()
  for (const cell of cells) {
    const list = rows.get(cell.row)
    if (list) list.push(cell)
    else rows.set(cell.row, [cell])
  }
  return rows
}

interface WrongTotal {
  cell: Cell
  sum: number
  count: number
}

const notAdded =
  /率|%|％|比例|占比|标准|单价|均|序号|编号|编码|代码|分值|得分|权重|年度|年份|时间|日期|备注|说明|依据|电话/
const levels = /小计|其中|合计|总计|本级|[:：]$/

function judgeRow(rows: Map<number, Cell[]>, row: number, after: number): WrongTotal[] {
  const numbers = (rows.get(row) ?? []).filter((cell) => cell.column > after && numberOf(cell) !== undefined)
  if (numbers.length === 0) return []
  const body = bodyOf(rows, row, numbers, -1) ?? bodyOf(rows, row, numbers, 1)
  if (!body) return []
  const {lines, heading} = body
  if (
    lines.some((line) =>
      line.some(({column, text}) => column <= after && levels.test(text.replace(/\s/g, '')))
    )
  )
    return []
  const right: number[] = []
  const wrong: (WrongTotal & {total: number})[] = []
  for (const cell of numbers) {
    if (notAdded.test(heading.find(({column}) => column === cell.column)?.text ?? '')) continue
    const values = lines.flatMap((line) => {
      const value = line.find(({column}) => column === cell.column)
      return value ? [numberOf(value) ?? (/^\s*[-—/0]?\s*$/.test(value.text) ? 0 : NaN)] : []
    })
    const total = numberOf(cell) ?? NaN
    const sum = Number(values.reduce((all, value) => all + value, 0).toPrecision(12))
    const count = values.filter((value) => value !== 0).length
    if (count < 2 || Number.isNaN(sum)) continue
    if (Math.abs(sum - total) <= 0.01 * values.length + 1e-9) right.push(cell.column)
    else wrong.push({cell, sum, count, total})
  }
  return wrong.filter(
    ({sum, total}) =>
      Math.abs(sum - 2 * total) > 0.1 && (right.length > 0 || Math.abs(sum - total) <= Math.abs(total) * 0.25)
  )
}

/** A column 合计 with its parts to the right: the rows that do not add up where most rows do. */
function judgeColumn(rows: Map<number, Cell[]>, heading: number, column: number): WrongTotal[] {
  const lines: {cell: Cell; total: number; parts: (number | undefined)[]}[] = []
  const names = rows.get(heading) ?? []
  let width = 0
  while (width < 8 && isAdded(names.find((cell) => cell.column === column + width + 1))) width++
  if (width < 2) return []
  for (let row = heading + 1; ; row++) {
    const cells = rows.get(row)
    const cell = cells?.find((one) => one.column === column)
    const total = cell && numberOf(cell)
    if (!cells || !cell || total === undefined) break
    const parts = Array.from({length: width}, (_, index) => {
      const part = cells.find((one) => one.column === column + 1 + index)
      return part ? (numberOf(part) ?? (/^\s*[-—/]?\s*$/.test(part.text) ? 0 : undefined)) : 0
    })
    lines.push({cell, total, parts})
  }
  if (lines.length < 3) return []
  for (let count = width; count >= 2; count--) {
    const sums = lines.map(({parts}) =>
      parts.slice(0, count).reduce<number>((all, part) => all + (part ?? NaN), 0)
    )
    const wrong = lines.flatMap(({cell, total}, index): WrongTotal[] => {
      const sum = Number((sums[index] ?? NaN).toPrecision(12))
      return Math.abs(sum - total) <= 0.01 * count + 1e-9 ? [] : [{cell, sum, count}]
    })
    if (lines.length - wrong.length >= 2 && wrong.length * 2 <= lines.length)
      return wrong.filter(({sum}) => !Number.isNaN(sum))
  }
  return []
}

function isAdded(heading: Cell | undefined): boolean {
  return heading !== undefined && /[\u4e00-\u9fff]/.test(heading.text) && !notAdded.test(heading.text)
}

/** The rows of numbers beside a total, up (-1) or down (1), with the row of headings above them. */
function bodyOf(
  rows: Map<number, Cell[]>,
  row: number,
  numbers: Cell[],
  step: 1 | -1
): {lines: Cell[][]; heading: Cell[]} | undefined {
  const columns = new Set(numbers.map(({column}) => column))
  const lines: Cell[][] = []
  let at = row + step
  for (; ; at += step) {
    const cells = rows.get(at)
    if (!cells) break
    const filled = cells.filter(({column}) => columns.has(column))
    if (!filled.some((cell) => numberOf(cell) !== undefined)) break
    // A number under a word is another table.
    if (filled.some((cell) => numberOf(cell) === undefined && /[\u4e00-\u9fff]/.test(cell.text))) break
    lines.push(cells)
  }
  if (lines.length < 2) return undefined
  const heading = rows.get(step < 0 ? at : row - 1)
  return heading?.some(({column, text}) => columns.has(column) && /[\u4e00-\u9fff]/.test(text))
    ? {lines, heading}
    : undefined
}

function numberOf({value, text}: Cell): number | undefined {
  if (typeof value === 'number') return value
  const plain = text.replace(/[\s,，]/g, '')
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined
}
