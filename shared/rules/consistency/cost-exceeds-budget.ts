import {defineRule} from '../../lint/define-rule.js'
import type {Form, Indicator, MoneyUnit} from '../../tree/nodes.js'
import {convertMoney} from '../../value/money.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {budgetsOf, formatYuan, isTotal} from '../support/budgets-of.js'
import {contentsOf} from '../support/contents-of.js'

export default defineRule({
  id: 'cost-exceeds-budget',
  group: 'consistency',
  severity: 'warning',
  title: {zh: '成本指标超过预算', en: 'Cost target above the budget'},
  why: {
    zh: '成本指标是花钱的上限，不能比项目的钱还多：超过预算的“控制数”控制不了任何东西。通常是单位（元、万元）或数字填错，或者照抄了上年的数。请与预算数核对。',
    en: 'A cost target limits spending, so it cannot be more than the money of the project. Usually the unit or a digit is wrong, or last year’s number was copied. Compare it with the budget.'
  },
  basis: [
    '财预〔2021〕101号：成本指标取值不得高于预算支出标准',
    '财预〔2015〕88号：绩效目标与预算资金量相匹配'
  ],
  traps: {
    zh: '单价、人均、标准、“元/人”之类不比较；跨年度项目、多列指标值的表不比较；等于预算不报；预算数没填或单位不明不比较。',
    en: 'Unit costs and standards are not compared, nor are projects of several years, tables with several target columns, and forms without a readable budget; equal to the budget is fine.'
  },
  messages: {
    zh: {
      single: '“{name}”的指标值“{target}”超过了项目资金 {budget}。请核对金额和单位。',
      sum: '各项成本指标合计 {sum}，超过了项目资金 {budget}。请核对各项金额；如有包含关系，请只保留总额或分项。'
    },
    en: {
      single:
        'The target "{target}" of "{name}" is more than the money of the project, {budget}. Check amount and unit.',
      sum: 'The cost targets add up to {sum}, more than the money of the project, {budget}. Check the amounts; keep either the total or its parts.'
    }
  },
  examples: [
    {
      wrong: sheet`
        1.广场维修绩效目标表
        315001清河市民政局 | | | | 单位：万元
        项目名称 | 广场维修
        预算规模及资金用途 | 预算数 | #20.6 | 其中：财政资金 | #20.6
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 成本指标 | 项目总成本 | 全部维修支出 | ≤206万元 | 预算批复
      `,
      finds: ['E6']
    },
    {
      wrong: sheet`
        2024年部门项目支出预算绩效目标表
        单位：万元
        项目名称 | 社区养老服务
        项目年度金额 | #74
        一级指标 | 二级指标 | 三级指标 | 绩效值
        产出指标 | 成本指标 | 护理服务费用 | ≤52万元
        ^ | ^ | 场地租赁费用 | ≤20万元
        ^ | ^ | 设备购置费用 | ≤120000元
      `,
      finds: ['D6']
    },
    {
      title: {zh: '单价、补贴标准、等于预算', en: 'Unit costs, standards, equal to the budget'},
      right: sheet`
        2024年部门项目支出预算绩效目标表
        单位：万元
        项目名称 | 社区养老服务
        项目年度金额 | #74
        一级指标 | 二级指标 | 三级指标 | 绩效值
        产出指标 | 成本指标 | 项目总成本 | ≤74万元
        ^ | ^ | 护理服务费用 | ≤52万元
        ^ | ^ | 护理补贴标准 | ≤1200000元/年
        ^ | ^ | 单个站点建设成本 | ≤80万元/个
      `
    }
  ],
  create: (context) => ({
    form(form) {
      if (form.kind === 'report' || form.kind === 'allocation' || form.kind === 'department') return
      if (form.period && form.period.last > form.period.first) return
      const rows = costRows(form)
      if (rows.length === 0) return
      const budgets = budgetsOf(form)
      const [first] = budgets
      if (!first || !isTotal(first)) return
      const budget = budgets.reduce((best, one) => (one.yuan > best.yuan ? one : best))
      if (budget.yuan <= 0) return
      const limit = budget.yuan + budget.step
      // Nearly always all of them together are less.
      if (sumOf(rows) <= limit) return
      const costs = rows.filter(isWhole)
      let over = false
      for (const {indicator, yuan} of costs) {
        if (yuan <= limit) continue
        over = true
        context.report({
          node: indicator,
          part: 'target',
          messageId: 'single',
          data: {
            name: quoteText(indicator.name?.text ?? ''),
            target: quoteText(indicator.target?.text ?? ''),
            budget: formatYuan(budget.yuan, form)
          },
          related: [{part: budget.part}]
        })
      }
      const sum = sumOf(costs)
      const [lead] = costs
      if (
        over ||
        costs.length < 2 ||
        !lead ||
        sum <= limit * 1.001 ||
        hasTotalRow(costs, budgets[0]?.yuan ?? 0)
      )
        return
      context.report({
        node: lead.indicator,
        part: 'target',
        messageId: 'sum',
        data: {sum: formatYuan(sum, form), budget: formatYuan(budget.yuan, form)},
        related: [
          {part: budget.part},
          ...costs.slice(1).flatMap(({indicator}) => (indicator.target ? [{part: indicator.target}] : []))
        ]
      })
    }
  })
})

interface Cost {
  indicator: Indicator
  yuan: number
}

const perUnit =
  /单[价位个次台套件场人户项]|人均|户均|[每均]|标准|单位成本|定额|收费|工资|薪|租金|[/／]|节约|节省|降低|减少|收入|带动|投资额|社会/

/** The costs that a form states as amounts of money, for one thing or for all. */
function costRows(form: Form): Cost[] {
  const costs: Cost[] = []
  for (const indicator of contentsOf(form).rows) {
    const {levelTwo} = indicator
    if ((levelTwo !== 'cost' && levelTwo !== 'economic-cost') || indicator.subordinate) continue
    const {value, targets} = indicator
    if (value.kind !== 'money' || value.number === undefined || targets.length > 1) continue
    if (value.comparator === '≥' || value.comparator === '>') continue
    const written = value.unit === '万' ? '万元' : value.unit
    const unit = moneyUnits.find((known) => known === written)
    if (unit) costs.push({indicator, yuan: convertMoney(value.number, unit, '元')})
  }
  return costs
}

function sumOf(costs: Cost[]): number {
  let sum = 0
  for (const {yuan} of costs) sum += yuan
  return sum
}

/** Not the cost of one thing, person or year. */
function isWhole({indicator: {name, description, value}}: Cost): boolean {
  if (perUnit.test(name?.plain ?? '') || /[/／每]/.test((value.unit ?? '') + (value.rest ?? ''))) return false
  return !/单价|人均|[每均]|标准/.test(description?.plain ?? '')
}

const moneyUnits: MoneyUnit[] = ['元', '千元', '万元', '百万元', '亿元']

/** One row is the whole, the others say how it is made up. */
function hasTotalRow(costs: Cost[], budget: number): boolean {
  return costs.some(
    ({yuan, indicator}) =>
      Math.abs(yuan - budget) <= budget * 0.001 ||
      /总|合计|项目成本|项目预算/.test(indicator.name?.plain ?? '')
  )
}
