import {defineRule} from '../../lint/define-rule.js'
import type {Form, Part, TargetNode} from '../../tree/nodes.js'
import {splitProse, toProse} from '../../value/prose-clauses.js'
import type {Quantity} from '../../value/prose-quantity.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {budgetsOf, formatYuan, isTotal, type Budget} from '../support/budgets-of.js'
import {contentsOf} from '../support/contents-of.js'

export default defineRule({
  id: 'amount-in-text',
  group: 'consistency',
  severity: 'warning',
  title: {zh: '文字里的金额与预算数不一致', en: 'Amount in the text differs from the budget'},
  why: {
    zh: '绩效目标、资金用途或项目名称写明了项目资金总额，却与表里的预算数不同：要么预算调整后文字没有改，要么是从别的项目或上年抄来的。请改成一致。',
    en: 'Goal, purpose or project name states the money of the project, but the form has another amount: the text was not changed with the budget, or was copied. Make them agree.'
  },
  basis: ['财预〔2015〕88号：绩效目标与预算资金量相匹配', '财预〔2020〕10号：绩效自评内容真实、数据准确'],
  traps: {
    zh: '只看明确说是本项目资金总额的数；部分金额、标准、上年或以后年度的数、“约”、带动收入和自筹等不比较；与表中任何一个资金数相同都不报；部门整体表和文字报告不检查。',
    en: 'Only amounts that surely mean the whole money of the project are compared; parts, standards, other years, hedged amounts and money raised are not; any amount of the form that agrees keeps the rule silent, and so do department forms and reports.'
  },
  messages: {
    zh: {
      total: '这里写的是“{written}”，表中的预算数是 {budget}。请核对并改成一致。',
      parts: '项目名称里列出的金额合计 {sum}（{parts}），表中的预算数是 {budget}。请核对。',
      name: '项目名称里写的是“{written}”，表中的预算数是 {budget}。请核对；如果只是其中一部分，请写明。'
    },
    en: {
      total: 'The text says "{written}", but the budget of the form is {budget}. Make them agree.',
      parts: 'The amounts in the project name add up to {sum} ({parts}), but the budget is {budget}.',
      name: 'The project name says "{written}", but the budget is {budget}. Check it, or say that it is only a part.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年部门项目支出预算绩效目标表
        单位：万元
        项目名称 | 社区养老服务
        项目年度金额 | #31.9
        年度总体绩效目标 | 本项目预算安排资金39.1万元，主要用于支付护理员工资，改善社区养老服务。
        一级指标 | 二级指标 | 三级指标 | 绩效值
        产出指标 | 数量指标 | 服务老人人数 | ≥300人
      `,
      finds: ['B5']
    },
    {
      wrong: sheet`
        2.道路养护补助（大修8万元、保洁6万元）绩效目标表
        315001云川县交通运输局 | | 单位：万元
        项目名称 | 道路养护补助（大修8万元、保洁6万元）
        预算规模及资金用途 | 预算数 | #12 | 其中：财政资金 | #12
        ^ | 用于县道大修和日常保洁，共计20万元
      `,
      finds: ['B3', 'B5']
    },
    {
      title: {zh: '部分金额、上年金额、换算单位', en: 'Parts, last year, another unit'},
      right: sheet`
        2024年部门项目支出预算绩效目标表
        单位：万元
        项目名称 | 社区养老服务（设备购置2万元）
        项目年度金额 | #31.9
        年度总体绩效目标 | 购置护理床12张，每张0.16万元，合计1.92万元。本项目安排资金319000元，其中护理员工资24万元；上年安排资金28万元。带动社会投入资金100万元，每人补助500元，人均安排资金0.2万元。
        一级指标 | 二级指标 | 三级指标 | 绩效值
        产出指标 | 数量指标 | 服务老人人数 | ≥300人
      `
    },
    {
      right: sheet`
        项目支出绩效自评表
        （2023年度）
        项目名称 | 社区养老服务
        项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数
        ^ | 年度资金总额 | #30 | #32.5 | #31.86
        年度总体目标 | 预期目标 | 实际完成情况
        ^ | 安排资金30万元，服务老人300人。 | 共投入资金31.86万元，服务老人312人。
      `
    }
  ],
  create: (context) => ({
    form(form) {
      if (form.kind === 'report' || form.kind === 'allocation' || form.kind === 'department') return
      for (const node of contentsOf(form).others) {
        const text = textOf(node)
        if (!text?.plain.includes('元') || !/\d\s*[百千万亿]?元/.test(text.plain)) continue
        const budgets = budgetsOf(form)
        const [total] = budgets
        if (!total || !isTotal(total) || total.yuan <= 0) return
        if (node.type === 'field' && node.key === 'project-name') {
          const problem = judgeName(text, budgets, form)
          if (problem) context.report({node, part: text, ...problem, related: [{part: total.part}]})
          continue
        }
        const written = findTotal(text, form)
        if (!written || agrees(written.number, written.step, budgets)) continue
        // 安排资金8万元 alone may be a part of the money; more than the whole it cannot be, but for projects of years.
        const isMore = written.number > total.yuan
        if (isMore ? spansYears(form) : written.priced || !surelyWhole.test(written.label)) continue
        context.report({
          node,
          part: text,
          messageId: 'total',
          data: {
            written: quoteText(written.label.slice(-12) + written.text),
            budget: formatYuan(total.yuan, form)
          },
          related: [{part: total.part}]
        })
      }
    }
  })
})

function textOf(node: TargetNode): Part | undefined {
  if (node.type === 'goal') return node.text
  if (node.type === 'field' && (node.key === 'purpose' || node.key === 'project-name')) return node.value
  return undefined
}

/** Words right before an amount that make it the whole money of the project. */
const wholeWords =
  /(?:(?:本|该)项目.{0,6}|^|年度?|共|总|合计|计划|需|申请)(?:预算|安排|申请|投入|使用|落实|所需|需要|共|总|的)*(?:财政|预算|专项|项目|补助)?资金(?:总额|规模|总量|合计|共计|总计|共)?(?:为|:)?$|(?:共计|合计|总计)(?:资金|金额|支出|经费|投入|安排)?(?:为|:)?$|^(?:(?:本|该)项目)(?:年度?)?(?:总?预算|经费|金额)(?:数|金额|总额|安排)?(?:为|:)?$|^(?:本年|年度|全年|20\d\d年)?(?:项目)?预算(?:总额|数|金额|安排)(?:为|:)?$/
const otherMoney =
  /其中|中央|省|市级|县级|区级|上级|本级|地方|自筹|配套|社会|带动|撬动|拉动|每|人均|户均|标准|上年|去年|往年|结转|结余|收入|增收|损失|节约|节省|贷款|融资|基金|保险|报销|奖励|已|累计|追加|调整|剩余|余下|缺口|分期|首期|后续|整体|总投资/

const surelyWhole = /本项目|该项目|共|总|合计|预算/

function spansYears({period}: Form): boolean {
  return period !== undefined && period.last > period.first
}

/** An amount said to be the total; `priced` when a unit price before it makes it that of one purchase. */
type Total = Quantity & {priced: boolean}

const unitPrice = /每[\u4e00-\u9fff]{1,3}|单价|均价|[×*]\d|元\/[\u4e00-\u9fff]/

/** The amount of a text that means the whole money of the project. */
function findTotal(text: Part, form: Form): Total | undefined {
  const prose = toProse(text.text.replace(/<[^>]+>/g, ''))
  const found: Total[] = []
  for (const {clauses} of splitProse(prose)) {
    let parts = clauses.some(({text: clause}) => /剩余|其余|另外?|同时安排|再安排|此外/.test(clause))
    let priced = false
    for (const clause of clauses) {
      parts ||= clause.ofWhich
      priced ||= unitPrice.test(clause.text)
      for (const quantity of clause.quantities) {
        if (quantity.unit !== '元' || parts || quantity.hedged) continue
        const label = quantity.label.replace(/^[\d一二三四五六七八九十]+[.、:)]|^(?:目标|任务)\d*:?/, '')
        if (otherMoney.test(clause.text) || namesOtherYear(clause.text, form) || !wholeWords.test(label))
          continue
        found.push({...quantity, priced})
      }
    }
  }
  // Several totals: sums of parts, which nobody can tell from the project's own.
  return found.length === 1 ? found[0] : undefined
}

function namesOtherYear(clause: string, form: Form): boolean {
  const years = [...clause.matchAll(/20\d\d(?=年)/g)].map(([year]) => Number(year))
  return (
    years.some((year) => year !== form.year?.value) ||
    /[三四五]年|\d年(?:内|共|总)|以来|20\d\d[-至]/.test(clause)
  )
}

function agrees(yuan: number, step: number, budgets: Budget[]): boolean {
  const tolerance = (budget: Budget): number => Math.max(Math.min(step, yuan * 0.01), budget.step) * 0.51
  return budgets.some((budget) => Math.abs(budget.yuan - yuan) <= tolerance(budget))
}

function judgeName(
  text: Part,
  budgets: Budget[],
  form: Form
): {messageId: string; data: Record<string, string>} | undefined {
  const prose = toProse(text.text)
  if (/等\)?$|等[^,;)]{0,6}\)/.test(prose) || otherMoney.test(prose) || namesOtherYear(prose, form))
    return undefined
  const inside = splitProse(prose).flatMap(({clauses}) =>
    clauses.flatMap(({quantities, brackets}) => [
      ...quantities,
      ...brackets.flatMap((bracket) => bracket.clauses.flatMap((clause) => clause.quantities))
    ])
  )
  const amounts = inside.filter(({unit}) => unit === '元')
  if (amounts.some(({hedged}) => hedged)) return undefined
  const [only] = amounts
  const [budget] = budgets
  if (!only || !budget) return undefined
  if (amounts.some(({number, step}) => agrees(number, step, budgets))) return undefined
  const sum = amounts.reduce((all, {number}) => all + number, 0)
  if (agrees(sum, Math.max(...amounts.map(({step}) => step)), budgets)) return undefined
  if (amounts.length === 1) {
    // A smaller amount may be a part of the money.
    return sum > budget.yuan
      ? {messageId: 'name', data: {written: only.text, budget: formatYuan(budget.yuan, form)}}
      : undefined
  }
  const parts = amounts.map((amount) => amount.text).join(' + ')
  return {
    messageId: 'parts',
    data: {sum: formatYuan(sum, form), parts, budget: formatYuan(budget.yuan, form)}
  }
}
