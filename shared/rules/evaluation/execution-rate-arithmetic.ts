import {defineRule} from '../../lint/define-rule.js'
import type {Form, Funds, FundsColumn, FundsRow, Part} from '../../tree/nodes.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'
import {executionPoints, fundsCell, totalRowOf} from '../support/evaluation-blocks.js'
import {amountIn, isRateOf, readRate} from '../support/execution-rate.js'
import {formatAmount} from '../support/format-amount.js'
import {formatPercent} from '../support/format-percent.js'
import {formatPoints, readPoints, roundingOf} from '../support/points.js'

type Amount = NonNullable<ReturnType<typeof amountIn>>

const sources: FundsRow['key'][] = ['fiscal', 'carried-over', 'special-account', 'own', 'other']

export default defineRule({
  id: 'execution-rate-arithmetic',
  group: 'evaluation',
  severity: 'error',
  title: {zh: '预算执行率或其得分算错', en: 'Execution rate or its score miscalculated'},
  why: {
    zh: '预算执行率＝全年执行数÷全年预算数（调整后），预算执行得分＝分值×执行率，最高不超过分值。填的数与算出来的不一致，总分也跟着错。请核对预算数、执行数、执行率和得分。',
    en: 'The execution rate is the amount spent divided by the (adjusted) budget of the year, and its score is the points times the rate, at most the points. A figure that differs makes the total wrong too. Check budget, amount spent, rate and score.'
  },
  basis: ['财预〔2020〕10号：预算执行率＝实际支出÷全年预算，占 10 分'],
  traps: {
    zh: '按显示的小数位四舍五入或舍尾都算对；没写“%”的 0.98 与 98 都能认；按区间打分（执行率 80% 以上得 7 分、60% 以上得 5 分等）的不报；超预算执行的由“资金总额与各项来源对不上”一条检查。',
    en: 'Rounding or cutting at the decimals shown is right; 0.98 and 98 are both read without a sign; scores by bands (7 points from 80 %, 5 from 60 %) are accepted; overspending is left to the rule budget-parts.'
  },
  messages: {
    zh: {
      rate: '执行率填的是“{rate}”，{executed} ÷ {budget} 应为 {expected}。请核对。',
      missing: '执行率没有填；{executed} ÷ {budget} 是 {expected}。',
      initial:
        '执行率“{rate}”是按年初预算 {initial} 算的；按调整后的预算 {budget} 应为 {expected}。请改用调整后的预算数。',
      score: '执行率是 {expected}，预算执行 {weight} 分得了 {score} 分。按比例应为 {points} 分，请核对。',
      zero: '资金已执行 {executed}（预算 {budget}），预算执行 {weight} 分却得 {score} 分。请核对执行数、执行率和得分。',
      zeroRate:
        '资金已执行 {executed}（预算 {budget}），执行率却是“{rate}”，应为 {expected}。请核对总额一行。'
    },
    en: {
      rate: 'The execution rate is "{rate}", but {executed} ÷ {budget} is {expected}. Check it.',
      missing: 'The execution rate is empty; {executed} ÷ {budget} is {expected}.',
      initial:
        'The execution rate "{rate}" was taken from the initial budget {initial}; with the adjusted budget {budget} it is {expected}. Use the adjusted budget.',
      score:
        'At an execution rate of {expected}, budget execution scores {score} of {weight} points; in proportion it is {points}. Check it.',
      zero: '{executed} of {budget} was spent, but budget execution scores {score} of {weight} points. Check amount, rate and score.',
      zeroRate:
        '{executed} of {budget} was spent, but the execution rate is "{rate}" instead of {expected}. Check the row of the total.'
    }
  },
  examples: [
    {
      wrong: sheet`
        项目支出绩效自评表
        （2023年度）
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        ^ | 年度资金总额 | #200 | #200 | #150 | #10 | 95% | #9.5
        ^ | 其中：财政拨款 | #200 | #200 | #150 | — | 75% | —
      `,
      finds: ['G4', 'H4']
    },
    {
      title: {zh: '总额没有填，得分为 0', en: 'Total left at 0'},
      wrong: sheet`
        项目支出绩效自评表
        （2022年度）
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        ^ | 年度资金总额 | #0 | #0 | #0 | #10 | #0 | #0
        ^ | 其中：本年财政拨款 | #80 | #76.5 | #76.5 | | |
        ^ | 其他资金 | | | | | |
      `,
      finds: ['G4', 'H4']
    },
    {
      title: {zh: '预算数和执行数上下排列', en: 'Budget and amount spent one below the other'},
      wrong: sheet`
        2021年中央对地方专项转移支付区域绩效目标自评表
        预算执行情况（万元） | 转移支付预算数（A） | 12.5万元 | 预算执行率（B/A） | 100%
        ^ | 转移支付执行数（B） | 10万元 | |
        一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值
        产出指标 | 数量指标 | 抽检批次 | ≥30批次 | 32批次
      `,
      finds: ['E2']
    },
    {
      title: {zh: '按年初预算计算', en: 'Taken from the initial budget'},
      wrong: sheet`
        项目支出绩效自评表
        （2023年度）
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        ^ | 年度资金总额 | #200 | #160 | #160 | #10 | 80% | #10
      `,
      finds: ['G4']
    },
    {
      title: {zh: '执行率没有填', en: 'Rate left empty'},
      wrong: sheet`
        项目支出绩效自评表
        （2023年度）
        资金情况（万元） | 全年预算数 | 调整预算数 | 全年执行数 | 执行率（%） | 执行率权重（分） | 执行率得分（分）
        年度资金总额 | #200 | #160 | #120 | | #10 | #7.5
      `,
      finds: ['E4']
    },
    {
      right: sheet`
        项目支出绩效自评表
        （2023年度）
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        ^ | 年度资金总额 | #200 | #206.35 | #196.2 | #10 | 95.08% | #9.5
        ^ | 其中：财政拨款 | #150 | #156.35 | #150 | — | 95.9% | —
        ^ | 其他资金 | #50 | #50 | #46.2 | — | 92% | —
      `
    },
    {
      title: {zh: '没有百分号，按区间打分', en: 'Without a sign, scored by bands'},
      right: sheet`
        项目支出绩效自评表
        （2023年度）
        项目资金（万元） | | 全年预算数（A） | 全年执行数（B） | 分值 | 执行率（B/A） | 得分
        ^ | 年度资金总额 | #120 | #102 | #10 | #0.85 | #7
        ^ | 其中：本年财政拨款 | #120 | #102 | | 85 |
      `
    }
  ],
  create: (context) => {
    function checkRate(row: FundsRow, rate: Part, executed: Amount, budget: Amount, isMended: boolean): void {
      const read = readRate(rate)
      if (!read || isRateOf(read, executed, budget)) return
      const initial = amountIn(row, 'initial')
      const isInitial =
        initial !== undefined &&
        initial.part !== budget.part &&
        initial.amount > 0 &&
        isRateOf(read, executed, initial)
      context.report({
        node: row,
        part: rate,
        messageId: isInitial ? 'initial' : isMended ? 'zeroRate' : 'rate',
        ...(isInitial && {severity: 'warning' as const}),
        data: {
          rate: quoteText(rate.text),
          executed: formatAmount(executed.amount),
          budget: formatAmount(budget.amount),
          expected: formatPercent(executed.amount / budget.amount),
          ...(isInitial && {initial: formatAmount(initial.amount)})
        },
        related: [{part: executed.part}, {part: budget.part}]
      })
    }

    function checkScore(block: Funds, row: FundsRow, executed: Amount, budget: Amount): void {
      const score = fundsCell(row, 'score')
      const reached = readPoints(score)
      const weight = executionPoints(block, row)
      const ratio = executed.amount / budget.amount
      if (!score || reached === undefined || !weight || weight <= 1 || reached > weight || ratio > 1.001)
        return
      if (fitsScore(reached / weight, ratio, Math.max(0.05, roundingOf(score) / weight))) return
      context.report({
        node: row,
        part: score,
        messageId: reached === 0 ? 'zero' : 'score',
        ...(reached !== 0 && {severity: 'warning' as const}),
        data: {
          executed: formatAmount(executed.amount),
          budget: formatAmount(budget.amount),
          expected: formatPercent(ratio),
          weight: formatPoints(weight),
          score: formatPoints(reached),
          points: formatPoints(weight * Math.min(1, ratio))
        },
        related: [{part: executed.part}, {part: budget.part}]
      })
    }

    return {
      funds(block) {
        for (const row of block.children) {
          const executed = amountIn(row, 'executed')
          const budget = executed && budgetOf(row)
          if (!budget) continue
          const mended = row.key === 'total' && budget.amount === 0 ? sumOfSources(block, row) : undefined
          const pair = mended ?? {executed, budget}
          if (pair.budget.amount <= 0 || pair.executed.amount < 0) continue
          const rate = fundsCell(row, 'rate')
          if (rate?.plain === '' && row === totalRowOf(block)) {
            context.report({
              node: row,
              part: rate,
              messageId: 'missing',
              severity: 'warning',
              data: {
                executed: formatAmount(pair.executed.amount),
                budget: formatAmount(pair.budget.amount),
                expected: formatPercent(pair.executed.amount / pair.budget.amount)
              },
              related: [{part: pair.executed.part}, {part: pair.budget.part}]
            })
          } else if (rate) checkRate(row, rate, pair.executed, pair.budget, mended !== undefined)
          if (row === totalRowOf(block)) checkScore(block, row, pair.executed, pair.budget)
        }
      },
      form(form) {
        const rate = rateField(form)
        if (!rate) return
        for (const block of contentsOf(form).others) {
          if (block.type !== 'funds') continue
          const totals = block.children.filter(({key}) => key === 'total')
          const executed = totals.flatMap((row) => amountIn(row, 'executed') ?? [])
          const budget = totals.flatMap((row) => budgetOf(row) ?? [])
          const [row] = totals
          if (executed.length !== 1 || budget.length !== 1 || !row || !executed[0] || !budget[0]?.amount)
            continue
          checkRate(row, rate, executed[0], budget[0], false)
        }
      }
    }
  }
})

/** The budget that the execution is measured by: the adjusted one where it is given. */
function budgetOf(row: FundsRow): Amount | undefined {
  return amountIn(row, 'adjusted') ?? amountIn(row, 'budget') ?? amountIn(row, 'initial')
}

/** What the sources add up to, for a total that was left at 0. */
function sumOfSources(block: Funds, total: FundsRow): {executed: Amount; budget: Amount} | undefined {
  const rows = block.children.filter(({key}) => sources.includes(key))
  const sum = (column: FundsColumn): Amount | undefined => {
    const entries = rows.flatMap((row) => amountIn(row, column) ?? [])
    const [first] = entries
    return first && {...first, amount: entries.reduce((all, {amount}) => all + amount, 0)}
  }
  const spent = amountIn(total, 'executed')
  const executed = sum('executed')
  const budget = sum('adjusted') ?? sum('budget') ?? sum('initial')
  return spent?.amount === 0 && executed && budget && executed.amount > 0 ? {executed, budget} : undefined
}

/** Whether a share of the points fits a rate: in proportion, full from 95 %, or by the usual bands. */
function fitsScore(share: number, ratio: number, tolerance: number): boolean {
  if (Math.abs(share - ratio) <= tolerance + 1e-9) return true
  if (ratio >= 0.95 && share === 1) return true
  const band = ratio >= 0.999 ? 1 : ratio >= 0.8 ? 0.7 : ratio >= 0.6 ? 0.5 : 0
  return Math.abs(share - band) < 1e-9
}

/** 预算执行率 as a field of its own, beside budget and amount spent. */
function rateField(form: Form): Part | undefined {
  for (const child of contentsOf(form).others) {
    if (child.type !== 'field') continue
    const {plain} = child.label
    if (plain.includes('执行率') && /^(?:预算|资金)?执行率(?:[(]|[:：]?$)/.test(plain)) return child.value
  }
  return undefined
}
