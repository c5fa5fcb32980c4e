import {defineRule} from '../../lint/define-rule.js'
import type {Form, Indicator, Installment, Part, SheetNode} from '../../tree/nodes.js'
import {findYears, parseDeadline} from '../../value/deadline.js'
import type {TargetKind} from '../../value/target-value.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import type {Cell, Sheet} from '../../workbook/workbook.js'
import {contentsOf} from '../support/contents-of.js'
import {fiscalYearsOf, type FiscalYears} from '../support/fiscal-years.js'

export default defineRule({
  id: 'wrong-year',
  group: 'feasibility',
  severity: 'error',
  title: {zh: '指标值的年份与预算年度不符', en: 'Target dated in another year'},
  why: {
    zh: '完成时间写成了预算年度以外的年份，多半是沿用上年的表没有改。按这个时间考核，要么已经过期，要么不在本年预算之内，请改为本年度的时间。',
    en: 'The deadline lies outside the fiscal year, mostly because last year’s sheet was reused. Judged by it, the work is overdue already or not paid from this budget. Put in a date of the fiscal year.'
  },
  basis: ['财预〔2021〕101号：时效指标反映计划完成的时间', '预算法：预算年度自公历1月1日起至12月31日止'],
  traps: {
    zh: '表里写明多年的实施期、跨年结转项目（标题、名称或编码带该年份）、文号、法规名称、与往年比较的基数不报；不知道预算年度时不报。',
    en: 'Silent for stated periods of several years, carried-over projects whose title, name or code bears that year, document numbers, titles of laws, base years of comparisons, and when the fiscal year is not known.'
  },
  messages: {
    zh: {
      past: '“{name}”的指标值“{target}”写的是 {found} 年，这张表是 {year} 年的。请改为 {year} 年的时间。',
      future:
        '“{name}”的指标值“{target}”写的是 {found} 年，晚于预算年度 {year} 年。如是跨年项目，请在表里写明实施期限；否则请改为 {year} 年。',
      plan: '支出计划的时点“{target}”写的是 {found} 年，这张表是 {year} 年的。请核对。',
      change: '改为“{to}”'
    },
    en: {
      past: 'The target "{target}" of "{name}" is dated {found}, but the form is for {year}. Put in a date of {year}.',
      future:
        'The target "{target}" of "{name}" is dated {found}, after the fiscal year {year}. State the period if the project takes several years; otherwise use {year}.',
      plan: 'The date "{target}" of the spending plan lies in {found}, but the form is for {year}.',
      change: 'change to "{to}"'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年度部门项目支出预算绩效目标表
        项目名称 | 公益广告制作 | 金额单位：万元
        一级指标 | 二级指标 | 三级指标 | 绩效值
        1-产出指标 | 13-时效指标 | 广告投放完成时间 | 2023年12月底前
        ^ | 14-成本指标 | 广告制作费用 | ≤5万元
      `,
      finds: ['D4']
    },
    {
      wrong: sheet`
        项目支出绩效目标申报表
        （2024年度）
        项目名称 | 校舍维修
        实施期限 | 2024年
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 时效指标 | 竣工时间 | 2025年6月
      `,
      finds: ['D6']
    },
    {
      right: sheet`
        项目支出绩效目标申报表
        （2024年度）
        项目名称 | 校舍维修
        实施期限 | 2024年3月至2025年8月
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 时效指标 | 竣工时间 | 2025年6月
        ^ | ^ | 年度进度款支付时间 | 2024年12月20日前
        ^ | 数量指标 | 补助学生人数 | 以2023年12月31日在册人数为准，不少于300人
      `
    },
    {
      title: {zh: '目标或者注里写明建设期', en: 'A period stated in the goal or in a note'},
      right: sheet`
        中央农田建设补助资金区域绩效目标表
        （2024年度）
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 数量指标 | 新建高标准农田面积 | 8万亩
        ^ | 时效指标 | 全部建设任务完成时间 | 2025年6月底前
        注：项目建设期为2024年4月至2025年6月，跨年度实施。 | < | < | <
      `
    },
    {
      title: {zh: '与上年比较、文号不报', en: 'Comparisons and document numbers are silent'},
      right: sheet`
        2024年度项目支出绩效目标表
        一级指标 | 二级指标 | 三级指标 | 指标值
        效益指标 | 经济效益指标 | 税收收入增长率 | 较2023年增长≥5%
        产出指标 | 质量指标 | 补助发放合规率 | 100%
        ^ | 时效指标 | 年报报送时间 | 2025年1月20日前
      `
    }
  ],
  create: (context) => {
    function check(node: Indicator, part: Part, form: Form, years: FiscalYears): void {
      if (!isDeadline(part.text, node.value.kind) && !isPointed(node, part.plain)) return
      const dated = findYears(part.text).filter(({role}) => role === 'date')
      const wrong = dated.find(
        ({year}) => (year < years.first || year > years.last) && !years.carried.has(year)
      )
      if (wrong && wrong.year === years.last + 1 && reportsOnYear.test(node.name?.plain ?? '')) return
      if (!wrong || dated.some(({year}) => year >= years.first && year <= years.last)) return
      const fiscal = form.year?.value ?? years.last
      const to = part.text.replace(String(wrong.year), String(fiscal))
      const isPast = wrong.year < years.first
      if (!isPast && statesPeriod(context.sheet, form, wrong.year)) return
      context.report({
        node,
        part,
        messageId: isPast ? 'past' : 'future',
        ...(isPast ? {} : {severity: 'warning' as const}),
        data: {
          name: quoteText(node.name?.text ?? ''),
          target: quoteText(part.text),
          found: wrong.year,
          year: fiscal
        },
        related: form.year?.part ? [{part: form.year.part}] : [],
        suggest: [{messageId: 'change', data: {to: quoteText(to)}, edits: [{part, to}]}]
      })
    }

    function checkStep(step: Installment, form: Form, years: FiscalYears): void {
      const {deadline} = step
      const found = findYears(deadline.text)[0]
      if (!found || (found.year >= years.first && found.year <= years.last) || years.carried.has(found.year))
        return
      context.report({
        node: step,
        part: deadline,
        messageId: 'plan',
        data: {target: quoteText(deadline.text), found: found.year, year: form.year?.value ?? years.last}
      })
    }

    return {
      form(form) {
        const years = fiscalYearsOf(form)
        if (!years) return
        const {rows, others} = contentsOf(form)
        for (const row of rows) {
          const {target, targets} = row
          if (targets.length < 2) {
            const part = targets[0]?.part ?? target
            if (part && mayNameOther(part.text, years)) check(row, part, form, years)
          } else {
            for (const {part} of targets) if (mayNameOther(part.text, years)) check(row, part, form, years)
          }
        }
        for (const child of others) {
          if (child.type !== 'spendingPlan') continue
          for (const step of child.children)
            if (mayNameOther(step.deadline.text, years)) checkStep(step, form, years)
        }
      }
    }
  },
  fix: 'suggestion'
})

/** Whether four digits of a text may be a year that is none of the form's: few texts need a closer look. */
function mayNameOther(text: string, {first, last}: FiscalYears): boolean {
  if (text.length < 4) return false
  for (let at = text.indexOf('20'); at >= 0; at = text.indexOf('20', at + 1)) {
    const year = Number(text.slice(at, at + 4))
    if (year < first || year > last) return true
  }
  return false
}

/** A text that says how long the project takes, in a goal, a description or a note: 建设期为2024年4月至2025年6月. */
const period =
  /(?:建设|实施|施工|项目|服务|合同|采购)(?:周|工)?期[^。；]*20\d\d|跨年|20\d\d年[^，。；]{0,8}(?:至|到|—|-|~|～)20\d\d年/

/** The cells of a sheet with such a text; few sheets are asked for them. */
const periods = new WeakMap<Sheet, Cell[]>()

function statesPeriod({sheet}: SheetNode, form: Form, year: number): boolean {
  let cells = periods.get(sheet)
  if (!cells) {
    cells = sheet.cells.filter(({value, text}) => typeof value === 'string' && period.test(text))
    periods.set(sheet, cells)
  }
  const {start, end} = form.position
  // Notes stand below the form.
  return cells.some(({row, text}) => row >= start.line && row <= end.line + 3 && text.includes(String(year)))
}

/** What is handed in after a year about that year: its report, its final accounts, its evaluation. */
const reportsOnYear = /年报|年度报告|决算|总结|自评|绩效评价|考核|汇算/

/** 2023.6 for a time: a number elsewhere, here a year and a month. */
function isPointed({profile}: Indicator, plain: string): boolean {
  return profile.kind === 'deadline' && /^[≤<]?20\d\d[./](?:0?[1-9]|1[0-2])(?:[./]\d{1,2})?前?$/.test(plain)
}

const countingDay = /为准|基准|口径|统计|在册|截至|同期|上年/

/** A date by which something is done; not the day on which something is counted (以…为准, 截至…在册). */
function isDeadline(text: string, kind: TargetKind): boolean {
  if (countingDay.test(text)) return false
  if (kind === 'date') return true
  const deadline = parseDeadline(text)
  return (
    deadline !== undefined &&
    (deadline.before || deadline.end !== undefined || /完成|竣工|到位|发放|建成|验收/.test(text))
  )
}
