import {defineRule} from '../../lint/define-rule.js'
import type {Form, FundsKey, FundsRow, Part} from '../../tree/nodes.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'
import {formatAmount} from '../support/format-amount.js'

export default defineRule({
  id: 'department-balance',
  group: 'consistency',
  severity: 'error',
  title: {zh: '部门支出与收入来源不平', en: 'Department expenditure and income do not balance'},
  why: {
    zh: '部门整体绩效目标里，基本支出加项目支出应当等于财政拨款加其他资金（以及填写的总支出）。不平说明有一处填错，请与部门预算核对。',
    en: 'In a department form, basic plus project expenditure must equal fiscal plus other funds (and the total, if given). Otherwise one amount is wrong; compare with the department budget.'
  },
  basis: ['部门预算收支平衡（预算法）', '部门整体支出绩效目标申报表填报口径'],
  traps: {
    zh: '四项没有填全的不比较；尾差不报。',
    en: 'Nothing is compared unless both sides are filled; rounding is ignored.'
  },
  messages: {
    zh: {
      unbalanced:
        '基本支出与项目支出合计 {spending}，财政拨款与其他资金合计 {income}，相差 {difference}。请与部门预算核对。',
      total: '总支出 {total} 不等于基本支出与项目支出之和 {spending}。请核对。'
    },
    en: {
      unbalanced:
        'Basic and project expenditure add up to {spending}, fiscal and other funds to {income}; the difference is {difference}. Compare with the department budget.',
      total: 'The total {total} differs from basic plus project expenditure {spending}.'
    }
  },
  examples: [
    {
      wrong: sheet`
        云川县2024年部门整体支出绩效目标表
        部门预算支出 | 预算金额(万元) | 收入来源 | 预算金额(万元)
        基本支出 | #820.5 | 财政拨款 | #1000
        项目支出 | #179.5 | 其他资金 | #30
        年度重点工作任务 | 序号 | 名称 | 主要实施内容 | 期望达到的目标 | 拟投入金额(万元)
        ^ | 1 | 公路养护 | 养护县乡道路 | 养护120公里 | #150
      `,
      finds: ['B3']
    },
    {
      title: {zh: '还有其他收入', en: 'Other income besides'},
      right: sheet`
        云川县2024年部门整体支出绩效目标表
        部门预算支出 | 预算金额(万元) | 收入来源 | 预算金额(万元)
        基本支出 | #820.5 | 财政拨款 | #800
        项目支出 | #179.5 | 事业收入 | #200
        年度重点工作任务 | 序号 | 名称 | 主要实施内容 | 期望达到的目标 | 拟投入金额(万元)
        ^ | 1 | 公路养护 | 养护县乡道路 | 养护120公里 | #150
      `
    },
    {
      right: sheet`
        云川县2024年部门整体支出绩效目标表
        部门预算支出 | 预算金额(万元) | 收入来源 | 预算金额(万元)
        基本支出 | #820.5 | 财政拨款 | #1000
        项目支出 | #179.5 | 其他资金 |
        年度重点工作任务 | 序号 | 名称 | 主要实施内容 | 期望达到的目标 | 拟投入金额(万元)
        ^ | 1 | 公路养护 | 养护县乡道路 | 养护120公里 | #150
      `
    },
    {
      title: {zh: '还有政府性基金', en: 'Government funds beside the budget'},
      right: sheet`
        2026年度部门整体绩效目标申报表
        收入预算（万元） | 一般公共预算拨款 | #6820 | 政府性基金预算拨款 | #800 | 其他资金 | #0
        支出预算（万元） | 基本支出 | #2120 | 项目支出 | #5500 | 合计 | #7620
      `
    }
  ],
  create: (context) => ({
    form(form) {
      const {others} = contentsOf(form)
      if (!others.some((child) => child.type === 'funds' && child.children.some(isBasic))) return
      const found = new Map<FundsKey, {part: Part; amount: number}>()
      for (const child of others) {
        if (child.type !== 'funds') continue
        for (const {key, amounts} of child.children) {
          const entry = amounts.find(
            ({column, amount}) => amount !== undefined && (column === 'budget' || column === 'adjusted')
          )
          if (entry?.amount !== undefined && !found.has(key))
            found.set(key, {part: entry.part, amount: entry.amount})
        }
      }
      const basic = found.get('basic')
      const project = found.get('project')
      if (!basic || !project) return
      const spending = basic.amount + project.amount
      const income =
        (found.get('fiscal')?.amount ?? 0) +
        (found.get('other')?.amount ?? 0) +
        (found.get('own')?.amount ?? 0) +
        (found.get('superior')?.amount ?? 0) +
        (found.get('local')?.amount ?? 0) +
        (found.get('carried-over')?.amount ?? 0) +
        (found.get('special-account')?.amount ?? 0)
      const fiscal = found.get('fiscal')
      if (fiscal && !hasOtherIncome(form) && Math.abs(spending - income) > 0.03) {
        context.report({
          node: form,
          part: basic.part,
          messageId: 'unbalanced',
          data: {
            spending: formatAmount(spending),
            income: formatAmount(income),
            difference: formatAmount(Math.abs(spending - income))
          },
          related: [{part: project.part}, {part: fiscal.part}]
        })
      }
      const total = found.get('total')
      if (
        total &&
        total.amount > 0 &&
        Math.abs(total.amount - spending) > 0.03 &&
        Math.abs(total.amount - income) > 0.03
      ) {
        context.report({
          node: form,
          part: total.part,
          messageId: 'total',
          data: {total: formatAmount(total.amount), spending: formatAmount(spending)}
        })
      }
    }
  })
})

function isBasic({key}: FundsRow): boolean {
  return key === 'basic'
}

/** Income lines that are no known part of the funds, e.g. 事业收入: the balance cannot be judged then. */
function hasOtherIncome(form: Form): boolean {
  return form.children.some(
    (child) =>
      (child.type === 'field' &&
        /(?:收入|补助资金|拨款|结转|结余)$/.test(child.label.plain) &&
        /^\d/.test(child.value?.plain ?? '')) ||
      (child.type === 'funds' && child.children.some(({key}) => key === 'other-public')) ||
      (child.type === 'paragraph' && /^政府性基金|^国有资本经营|^(?:事业|经营)收入/.test(child.text.plain))
  )
}
