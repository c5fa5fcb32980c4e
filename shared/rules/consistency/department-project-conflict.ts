import {defineRule} from '../../lint/define-rule.js'
import type {Form, Task, WorkbookNode} from '../../tree/nodes.js'
import {convertMoney} from '../../value/money.js'
import {quoteText, toPlainText} from '../../workbook/plain-text.js'
import {sheet, workbook} from '../../workbook/sheet-literal.js'
import {budgetsOf, formatYuan, isTotal, type Budget} from '../support/budgets-of.js'

export default defineRule({
  id: 'department-project-conflict',
  group: 'consistency',
  severity: 'warning',
  scope: 'workbook',
  title: {zh: '部门整体表与项目表的金额不一致', en: 'Department form and project forms disagree'},
  why: {
    zh: '部门整体目标表的项目支出应当装得下各项目表的预算，同名任务的金额也应当与项目表相同。对不上，说明一处调整了另一处没有改。请与批复的部门预算核对。',
    en: 'Project expenditure of the department must hold the budgets of its project forms, and a task has the amount of the project of the same name. If they differ, one place was changed and the other was not. Compare with the approved budget.'
  },
  basis: ['财预〔2015〕88号：部门整体支出绩效目标与项目支出绩效目标相衔接', '部门预算收支口径'],
  traps: {
    zh: '项目表合计小于项目支出不报（有的项目不单独设目标）；年度不同、单位不同、重复的项目不合计；工作簿里有几张部门表的不比较。',
    en: 'Silent when the project forms add up to less (not every project has one); other years, other units and repeated projects are not added; silent with several department forms.'
  },
  messages: {
    zh: {
      sum: '部门的项目支出是 {department}，而本工作簿里{count}张项目表的预算合计 {sum}，超出 {over}。请核对哪些项目不在部门预算内。',
      task: '任务“{name}”的金额是 {task}，项目表里同名项目的预算是 {project}。请核对。'
    },
    en: {
      sum: 'Project expenditure of the department is {department}, but the {count} project forms of this workbook add up to {sum}, {over} more. Check which projects are outside the department budget.',
      task: 'The task "{name}" has {task}, the project form of the same name {project}. Check the amounts.'
    }
  },
  examples: [
    {
      wrong: workbook({
        整体: sheet`
          云川县2024年部门整体支出绩效目标表
          部门名称 | 云川县交通运输局
          部门预算支出 | 预算金额(万元) | 收入来源 | 预算金额(万元)
          基本支出 | #300 | 财政拨款 | #420
          项目支出 | #120 | 其他资金 |
          年度重点工作任务 | 序号 | 名称 | 主要实施内容 | 期望达到的目标 | 拟投入金额(万元)
          ^ | 1 | 公路养护 | 养护县乡道路 | 养护120公里 | #50
          ^ | 2 | 桥梁检测 | 检测危桥 | 检测18座 | #60
        `,
        公路: project('公路养护', 80),
        桥梁: project('桥梁检测', 60)
      }),
      finds: ['整体!B5', '整体!F7']
    },
    {
      right: workbook({
        整体: sheet`
          云川县2024年部门整体支出绩效目标表
          部门名称 | 云川县交通运输局
          部门预算支出 | 预算金额(万元) | 收入来源 | 预算金额(万元)
          基本支出 | #300 | 财政拨款 | #480
          项目支出 | #180 | 其他资金 |
          年度重点工作任务 | 序号 | 名称 | 主要实施内容 | 期望达到的目标 | 拟投入金额(万元)
          ^ | 1 | 公路养护 | 养护县乡道路 | 养护120公里 | #80
          ^ | 2 | 桥梁检测 | 检测危桥 | 检测18座 | #60
        `,
        公路: project('公路养护', 80),
        桥梁: project('桥梁检测', 60)
      })
    }
  ],
  create: (context) => ({
    'workbook:exit'(tree) {
      const departments = tree.children.flatMap((owner) =>
        owner.children.filter(({kind}) => kind === 'department')
      )
      const [form] = departments
      if (!form || departments.length > 1) return
      const projects = findProjects(tree, form)
      if (projects.length === 0) return
      for (const child of form.children) {
        if (child.type !== 'task') continue
        const twin = findTwin(child, form, projects)
        if (!twin || !child.amount) continue
        context.report({
          node: child,
          part: child.amount,
          messageId: 'task',
          data: {
            name: quoteText(child.name?.text ?? ''),
            task: `${child.money ?? ''}${form.moneyUnit?.value ?? ''}`,
            project: formatYuan(twin.budget.yuan, form)
          },
          related: [{part: twin.budget.part, sheet: twin.sheet}]
        })
      }
      const whole = budgetsOf(form).find(({key, spent}) => key === 'project' && !spent)
      const sum = projects.reduce((all, {budget}) => all + budget.yuan, 0)
      if (!whole || projects.length < 2 || sum <= whole.yuan * 1.01 + whole.step) return
      context.report({
        node: form,
        part: whole.part,
        messageId: 'sum',
        data: {
          department: formatYuan(whole.yuan, form),
          count: projects.length,
          sum: formatYuan(sum, form),
          over: formatYuan(sum - whole.yuan, form)
        },
        related: projects.map(({budget, sheet}) => ({part: budget.part, sheet}))
      })
    }
  })
})

interface Project {
  name: string
  sheet: string
  budget: Budget
}

/** The projects of the same unit and year with their budgets, each once. */
function findProjects(tree: WorkbookNode, department: Form): Project[] {
  const unit = unitOf(department)
  const projects = new Map<string, Project>()
  for (const {children, name: sheetName} of tree.children) {
    for (const form of children) {
      if (form.kind !== 'project' || !form.projectName) continue
      if (form.year && department.year && form.year.value !== department.year.value) continue
      const own = unitOf(form)
      if (unit && own && !own.includes(unit) && !unit.includes(own)) return []
      const name = toPlainText(form.projectName.value)
      // Money carried over from other years is not in this year's budget.
      if ([...name.matchAll(/20\d\d(?=年)/g)].some(([year]) => Number(year) !== department.year?.value))
        continue
      const budget = budgetsOf(form).find(isTotal)
      if (budget && !projects.has(name)) projects.set(name, {name, sheet: sheetName, budget})
    }
  }
  return [...projects.values()]
}

function unitOf(form: Form): string | undefined {
  for (const child of form.children) {
    if (child.type === 'field' && child.key === 'unit-name' && child.value?.plain)
      return child.value.plain.replace(/^[\d[\]-]+|本级$/g, '')
  }
  return undefined
}

function findTwin({name, money}: Task, form: Form, projects: Project[]): Project | undefined {
  const unit = form.moneyUnit?.value
  if (!name?.plain || money === undefined || !unit) return undefined
  const twin = projects.find((project) => project.name === name.plain)
  const yuan = convertMoney(money, unit, '元')
  return twin && Math.abs(twin.budget.yuan - yuan) > Math.max(twin.budget.step, 100) ? twin : undefined
}

/** A project form, for the examples. */
function project(name: string, amount: number): ReturnType<typeof sheet> {
  return sheet`
    2024年部门项目支出预算绩效目标表
    单位：万元
    项目名称 | ${name}
    项目年度金额 | #${amount}
    一级指标 | 二级指标 | 三级指标 | 绩效值
    产出指标 | 数量指标 | ${name}里程 | ≥18公里
  `
}
