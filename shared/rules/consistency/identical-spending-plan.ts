import {defineRule} from '../../lint/define-rule.js'
import type {Installment, SpendingPlan} from '../../tree/nodes.js'
import {sheet, workbook} from '../../workbook/sheet-literal.js'
import {formatPercent} from '../support/format-percent.js'

const leastForms = 4

export default defineRule({
  id: 'identical-spending-plan',
  group: 'consistency',
  severity: 'info',
  scope: 'workbook',
  title: {zh: '各项目支出计划完全相同', en: 'The same spending plan for every project'},
  why: {
    zh: '人员工资、设备采购、工程和活动的花钱节奏不会一样。全部项目用同一组支出进度，多半是复制的，执行起来必然偏离。请按每个项目的实际安排填写。',
    en: 'Wages, purchases, works and events are not paid at the same pace. One plan for all projects was probably copied and will not be kept. Fill it in as each project will really be paid.'
  },
  basis: ['财预〔2015〕88号：绩效目标合理可行', '预算支出进度管理要求'],
  traps: {
    zh: `少于 ${leastForms} 个项目、只有一部分项目相同的不报；没有填全的计划不比较。`,
    en: `Silent with fewer than ${leastForms} projects and when only some agree; incomplete plans are not compared.`
  },
  messages: {
    zh: {same: '{count}个项目的支出计划都是 {plan}。请按各项目的实际支付安排填写。'},
    en: {
      same: 'The spending plan of {count} projects is {plan}. Fill in when each project will really be paid.'
    }
  },
  examples: [
    {
      wrong: workbook({
        甲: planned('甲', '救助站运行', [25, 50, 75, 100]),
        乙: planned('乙', '办公楼维修', [25, 50, 75, 100]),
        丙: planned('丙', '护理员工资', [25, 50, 75, 100]),
        丁: planned('丁', '救护车购置', [25, 50, 75, 100])
      }),
      finds: ['甲!A4:A5']
    },
    {
      right: workbook({
        甲: planned('甲', '救助站运行', [25, 50, 80, 100]),
        乙: planned('乙', '办公楼维修', [0, 40, 90, 100]),
        丙: planned('丙', '护理员工资', [25, 50, 83, 100]),
        丁: planned('丁', '救护车购置', [0, 0, 100, 100])
      })
    }
  ],
  create: (context) => {
    const plans: {plan: SpendingPlan; sheet: string}[] = []
    let areSame = true
    return {
      spendingPlan(plan) {
        if (!areSame || plan.children.length < 3 || !plan.children.every(isStated)) return
        const [first] = plans
        if (first && !isSamePlan(plan, first.plan)) areSame = false
        else plans.push({plan, sheet: context.sheet.name})
      },
      'workbook:exit'() {
        const [first, ...others] = plans
        if (!first || plans.length < leastForms || !areSame) return
        context.report({
          node: first.plan,
          part: first.plan.label,
          messageId: 'same',
          data: {count: plans.length, plan: first.plan.children.map(shareOf).join(' / ')},
          related: others.map(({plan, sheet}) => ({part: plan.label, sheet}))
        })
      }
    }
  }
})

function isStated({ratio}: Installment): boolean {
  return ratio !== undefined
}

function isSamePlan(a: SpendingPlan, b: SpendingPlan): boolean {
  return (
    a.children.length === b.children.length && a.children.every((step, at) => isSame(step, b.children[at]))
  )
}

function isSame(a: Installment, b: Installment | undefined): boolean {
  return b !== undefined && (a.ratio === b.ratio || shareOf(a) === shareOf(b))
}

function shareOf({ratio = 0}: Installment): string {
  return formatPercent(ratio)
}

/** A project form with a plan, for the examples. */
function planned(
  number: string,
  name: string,
  [first = 0, second = 0, third = 0, last = 0]: number[]
): ReturnType<typeof sheet> {
  return sheet`
    ${number}.${name}绩效目标表
    项目名称 | ${name}
    预算数 | #10 | 其中：财政资金 | #10
    资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底
    ^ | ${first}% | ${second}% | ${third}% | ${last}%
  `
}
