import {defineRule} from '../../lint/define-rule.js'
import type {Funds, FundsColumn, FundsKey, FundsRow, Part} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {entryIn} from '../support/entry-in.js'
import {formatAmount} from '../support/format-amount.js'

const moneyColumns: FundsColumn[] = ['budget', 'initial', 'adjusted', 'executed', 'medium-term']

export default defineRule({
  id: 'budget-parts',
  group: 'consistency',
  severity: 'error',
  title: {zh: '资金总额与各项来源对不上', en: 'Total of funds differs from its parts'},
  why: {
    zh: '预算数（年度资金总额）应当等于财政资金与其他资金等各项之和，执行数不应超过全年预算数。对不上说明有一处填错，请核对各项金额。',
    en: 'The total must equal the sum of its sources (fiscal and other funds), and what was spent cannot exceed the yearly budget. A difference means that one amount is wrong.'
  },
  basis: [
    '项目支出绩效目标申报表、绩效自评表填报口径：资金总额等于各项来源之和',
    '财预〔2020〕10号：预算执行率'
  ],
  traps: {
    zh: '总额或各项都没填、金额认不出的不比较；空白和“-”按 0 算，但至少要有一项已填；尾差在 0.01 × 项数以内不报；“其中”只列一部分的，只查是否超过总额。',
    en: 'Nothing is compared when amounts are missing or unreadable; empty cells and dashes count as 0 if at least one part is filled; differences by rounding are ignored; an "of which" that is only a part may not exceed the total.'
  },
  messages: {
    zh: {
      sum: '{total} 与各项之和 {sum} 不等（{parts}）。请核对总额和各项金额。',
      exceeds: '其中“{name}”{part}，超过了总额 {total}。请核对。',
      overspent: '执行数 {executed} 超过了全年预算数 {budget}。如有追加，请改全年预算数；否则请核对执行数。'
    },
    en: {
      sum: '{total} differs from the sum of its parts {sum} ({parts}). Check the total and the parts.',
      exceeds: '"{name}" is {part}, more than the total {total}.',
      overspent:
        'The amount spent {executed} exceeds the yearly budget {budget}. Enter the adjusted budget, or check the amount spent.'
    }
  },
  examples: [
    {
      wrong: sheet`
        1.设备购置绩效目标表
        预算规模及资金用途 | 预算数 | #20.6 | 其中：财政资金 | #18.6 | 其他资金 |
      `,
      finds: ['C2']
    },
    {
      wrong: sheet`
        项目支出绩效自评表
        （2023年度）
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数
        ^ | 年度资金总额 | #0 | #80 | #85
        ^ | 其中：本年财政拨款 | #80 | #80 | #85
        ^ | 其他资金 | | |
      `,
      finds: ['C4', 'E4']
    },
    {
      right: sheet`
        项目支出绩效自评表
        （2023年度）
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数
        ^ | 年度资金总额 | #100 | #90.33 | #88
        ^ | 其中：本年财政拨款 | #60 | #50.33 | #48
        ^ | 上年结转资金 | - | - | -
        ^ | 其他资金 | #40 | #40 | #40
      `
    },
    {
      title: {zh: '财政拨款再分中央、地方', en: 'Fiscal funds split into levels'},
      right: sheet`
        项目支出绩效目标申报表
        （2024年度）
        资金情况（万元） | 年度资金总额 | #100
        ^ | 其中：财政拨款 | #90
        ^ | 中央补助 | #60
        ^ | 地方资金 | #30
        ^ | 其他资金 | #10
      `
    },
    {
      title: {zh: '只列出一部分来源', en: 'Only a part is listed'},
      right: sheet`
        1.设备购置绩效目标表
        预算规模及资金用途 | 预算数 | #20.6 | 其中：财政资金 | #18.6
      `
    }
  ],
  create: (context) => ({
    funds(block) {
      for (const column of moneyColumns) {
        for (const {total, parts} of groupParts(block, column)) {
          const tolerance = 0.01 * Math.max(1, parts.length) + 1e-9
          const [first] = parts
          if (!first) continue
          if (parts.length === 1) {
            const sum = first.amount ?? 0
            if (sum <= (total.amount ?? 0) + tolerance) continue
            context.report({
              node: block,
              part: total.part,
              messageId: 'exceeds',
              data: {
                name: quoteText(first.row.label.text),
                part: formatAmount(sum),
                total: formatAmount(total.amount ?? 0)
              },
              related: [{part: first.part}]
            })
          } else if (!addsUp(total.amount ?? 0, parts, tolerance)) {
            context.report({
              node: block,
              part: total.part,
              messageId: 'sum',
              data: {
                total: formatAmount(total.amount ?? 0),
                sum: formatAmount(sumOf(parts)),
                parts: parts
                  .map(
                    ({row, amount = 0}) =>
                      `${quoteText(row.label.text, 12).replace(/[:：]$/, '')} ${formatAmount(amount)}`
                  )
                  .join(' + ')
              },
              related: parts.map(({part}) => ({part}))
            })
          }
        }
      }
      for (const row of block.children) {
        if (row.key !== 'total') continue
        const executed = amountIn(row, 'executed')
        if (executed?.amount === undefined) continue
        const budget = amountIn(row, 'adjusted') ?? amountIn(row, 'budget')
        if (!budget?.amount || executed.amount <= budget.amount + 0.01) continue
        context.report({
          node: row,
          part: executed.part,
          messageId: 'overspent',
          data: {executed: formatAmount(executed.amount), budget: formatAmount(budget.amount)},
          related: [{part: budget.part}]
        })
      }
    }
  })
})

/** The first readable amount of a row in one column. */
function amountIn({amounts}: FundsRow, column: FundsColumn): FundsRow['amounts'][number] | undefined {
  for (const entry of amounts) if (entry.column === column && entry.amount !== undefined) return entry
  return undefined
}

/**
 * Whether the parts make up the total on any reading: all of them, or those of one level, since money of the superior
 * and local level may be listed as parts of the fiscal funds.
 */
function addsUp(total: number, parts: Amount[], tolerance: number): boolean {
  if (Math.abs(sumOf(parts) - total) <= tolerance) return true
  const isLevel = ({row}: Amount): boolean => row.key === 'superior' || row.key === 'local'
  const isFiscal = ({row}: Amount): boolean => row.key === 'fiscal'
  // 政府性基金 and the like stand beside 财政拨款 or within it.
  const isPublic = ({row}: Amount): boolean => row.key === 'other-public'
  const readings: Amount[][] = []
  if (parts.some(isFiscal) && parts.some(isPublic)) readings.push(parts.filter((part) => !isPublic(part)))
  if (parts.some(isFiscal) && parts.some(isLevel)) {
    readings.push(
      parts.filter((part) => !isLevel(part)),
      parts.filter((part) => !isFiscal(part))
    )
  }
  return readings.some((reading) => Math.abs(sumOf(reading) - total) <= tolerance)
}

function sumOf(parts: Amount[]): number {
  let sum = 0
  for (const {amount = 0} of parts) sum += amount
  return sum
}

interface Amount {
  row: FundsRow
  part: Part
  amount?: number
}

/** A total and the rows that make it up, in one column. Basic and project expenditure are another division of the money. */
function groupParts(block: Funds, column: FundsColumn): {total: Amount; parts: Amount[]}[] {
  const groups: {total: Amount; parts: Amount[]}[] = []
  let current: {total: Amount; parts: Amount[]} | undefined
  for (const row of block.children) {
    const entry = entryIn(row, column)
    if (!entry) continue
    if (row.key === 'total') {
      current = {total: {row, part: entry.part, amount: entry.amount}, parts: []}
      groups.push(current)
    } else if (current && row.key !== 'basic' && row.key !== 'project' && row.key !== 'unknown') {
      if (entry.amount === undefined && !/^[-—－/／]?$/.test(entry.part.plain)) {
        groups.splice(groups.indexOf(current), 1)
        current = undefined
      } else current.parts.push({row, part: entry.part, amount: entry.amount})
    }
  }
  return groups.filter(
    ({total, parts}) =>
      total.amount !== undefined &&
      parts.some(({amount}) => amount !== undefined) &&
      parts.every(({row}, at) => !isKeyBefore(parts, at, row.key))
  )
}

function isKeyBefore(parts: Amount[], end: number, key: FundsKey): boolean {
  for (let at = 0; at < end; at++) if (parts[at]?.row.key === key) return true
  return false
}
