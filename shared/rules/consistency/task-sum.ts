import {defineRule} from '../../lint/define-rule.js'
import type {Part, Task} from '../../tree/nodes.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'
import {formatAmount} from '../support/format-amount.js'

export default defineRule({
  id: 'task-sum',
  group: 'consistency',
  severity: 'error',
  title: {zh: '各项任务拟投入金额超过预算', en: 'Tasks cost more than the budget'},
  why: {
    zh: '年度任务的拟投入金额来自部门预算，合计不应超过项目支出（至多不超过部门总支出）。超过了，说明任务金额或预算数填错，或者任务没有资金保障，请核对。',
    en: 'The money meant for the tasks comes from the department budget, so its sum cannot exceed project expenditure, and never the total. Otherwise an amount is wrong or a task has no funding.'
  },
  basis: ['财预〔2015〕88号：绩效目标与预算资金量相匹配', '部门整体支出绩效目标申报表填报口径'],
  traps: {
    zh: '超过项目支出但没有超过总支出的为警告（可能含基本支出）；金额不全、单位不明的不比较。',
    en: 'More than project but not more than total expenditure is a warning (basic expenditure may be included); nothing is compared when amounts are missing.'
  },
  messages: {
    zh: {
      overTotal:
        '各项任务拟投入合计 {sum}，超过基本支出与项目支出之和 {total}（项目支出 {project}）。请核对任务金额和预算数。',
      overProject:
        '各项任务拟投入合计 {sum}，超过项目支出 {project}。如含基本支出安排的工作，请写明；否则请核对。'
    },
    en: {
      overTotal:
        'The tasks add up to {sum}, more than basic and project expenditure together {total} (project {project}). Check the amounts.',
      overProject:
        'The tasks add up to {sum}, more than project expenditure {project}. Say so if basic expenditure is included; otherwise check the amounts.'
    }
  },
  examples: [
    {
      wrong: sheet`
        云川县2024年部门整体支出绩效目标表
        部门预算支出 | 预算金额(万元) | 收入来源 | 预算金额(万元)
        基本支出 | #100 | 财政拨款 | #180
        项目支出 | #80 | 其他资金 |
        年度重点工作任务 | 序号 | 名称 | 主要实施内容 | 期望达到的目标 | 拟投入金额(万元)
        ^ | 1 | 公路养护 | 养护县乡道路 | 养护120公里 | #150
        ^ | 2 | 桥梁检测 | 检测危桥 | 检测18座 | #60
      `,
      finds: ['B4']
    },
    {
      right: sheet`
        云川县2024年部门整体支出绩效目标表
        部门预算支出 | 预算金额(万元) | 收入来源 | 预算金额(万元)
        基本支出 | #100 | 财政拨款 | #310
        项目支出 | #210 | 其他资金 |
        年度重点工作任务 | 序号 | 名称 | 主要实施内容 | 期望达到的目标 | 拟投入金额(万元)
        ^ | 1 | 公路养护 | 养护县乡道路 | 养护120公里 | #150
        ^ | 2 | 桥梁检测 | 检测危桥 | 检测18座 | #60
      `
    },
    {
      title: {zh: '任务里写明了基本支出', en: 'Basic expenditure is named as a task'},
      right: sheet`
        云川县2024年部门整体支出绩效目标表
        部门预算支出 | 预算金额(万元) | 收入来源 | 预算金额(万元)
        基本支出 | #100 | 财政拨款 | #310
        项目支出 | #210 | 其他资金 |
        年度重点工作任务 | 序号 | 名称 | 主要实施内容 | 期望达到的目标 | 拟投入金额(万元)
        ^ | 1 | 基本支出 | 保障人员工资和日常运转 | 按月发放 | #100
        ^ | 2 | 公路养护 | 养护县乡道路 | 养护120公里 | #210
      `
    }
  ],
  create: (context) => ({
    form(form) {
      const {others} = contentsOf(form)
      const tasks = others.filter((child): child is Task => child.type === 'task')
      const paid = tasks.filter(({money}) => money !== undefined)
      if (paid.length < 2) return
      let project: {part: Part; amount: number} | undefined
      let basic = 0
      for (const child of others) {
        if (child.type !== 'funds') continue
        for (const row of child.children) {
          const entry = row.amounts.find(({amount, column}) => amount !== undefined && column === 'budget')
          if (entry?.amount === undefined) continue
          if (row.key === 'project') project ??= {part: entry.part, amount: entry.amount}
          if (row.key === 'basic') basic ||= entry.amount
        }
      }
      if (!project) return
      const sum = paid.reduce((all, {money = 0}) => all + money, 0)
      const total = basic + project.amount
      if (sum <= project.amount * 1.05 + 0.05) return
      const over = sum > total * 1.05
      if (
        !over &&
        tasks.some(({name}) => /^基本支出|人员类|人员经费|公用经费|机构运转/.test(name?.plain ?? ''))
      )
        return
      context.report({
        node: form,
        part: project.part,
        messageId: over ? 'overTotal' : 'overProject',
        ...(over ? {} : {severity: 'warning' as const}),
        data: {sum: formatAmount(sum), total: formatAmount(total), project: formatAmount(project.amount)},
        related: paid.flatMap(({amount}) => (amount ? [{part: amount}] : []))
      })
    }
  })
})
