import {defineRule} from '../../lint/define-rule.js'
import type {Form, Indicator, Part} from '../../tree/nodes.js'
import {parseDeadline} from '../../value/deadline.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'
import {fiscalYearsOf} from '../support/fiscal-years.js'
import {perForm} from '../support/per-form.js'
import {rewritePart} from '../support/rewrite-part.js'
import {targetCells} from '../support/target-cells.js'

export default defineRule({
  id: 'date-out-of-period',
  group: 'feasibility',
  severity: 'warning',
  fix: 'suggestion',
  title: {zh: '完成时间写法不明确或不在实施期内', en: 'Deadline ambiguous or outside the project period'},
  why: {
    zh: '“≤12月份”把比较符号用在月份上，又没有年份，是 12 月 1 日前还是 31 日前说不清；完成时间早于开始或晚于表里写明的实施期限，两处必有一处填错。请写成“2024年12月底前”这样的时间，并与实施期限一致。',
    en: 'A comparator before a bare month (≤12月份) leaves open which year and which day is meant; a deadline outside the period stated in the form contradicts it. Write a date such as 2024年12月底前 that agrees with the period.'
  },
  basis: ['财预〔2021〕101号：时效指标反映计划完成的时间', '项目支出绩效目标申报表：实施期限'],
  traps: {
    zh: '“≤12个月”“≤6月龄”等时长、写了年份或“前”“底”的月份、没有写明起止月份的实施期限不报；年份不符由“指标值的年份与预算年度不符”提示。',
    en: 'Silent for lengths of time (≤12个月), for months with a year or with 前 or 底, and for periods without months; wrong years belong to wrong-year.'
  },
  messages: {
    zh: {
      sign: '“{name}”的时间“{target}”在月份前用了比较符号，又没有年份，截止到哪一天说不清。请写成“…年…月底前”。',
      signKnown:
        '“{name}”的时间“{target}”在月份前用了比较符号，又没有年份，截止到哪一天说不清。请写成“{to}”。',
      late: '“{name}”的时间“{target}”晚于表中的实施期限“{period}”。请核对两处时间。',
      early: '“{name}”的时间“{target}”早于表中的实施期限“{period}”。请核对两处时间。',
      write: '改为“{to}”'
    },
    en: {
      sign: 'The time "{target}" of "{name}" has a comparator before a bare month, so the last day is unclear. Write "…年…月底前".',
      signKnown:
        'The time "{target}" of "{name}" has a comparator before a bare month, so the last day is unclear. Write "{to}".',
      late: 'The time "{target}" of "{name}" is later than the period "{period}" of the form. Check both.',
      early: 'The time "{target}" of "{name}" is earlier than the period "{period}" of the form. Check both.',
      write: 'Change to "{to}"'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年技能竞赛经费绩效目标表
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 时效指标 | 竞赛完成时间 | 全部赛项完成的时间 | ≤11 月份 | 竞赛方案
      `,
      finds: ['E3']
    },
    {
      wrong: sheet`
        项目支出绩效目标申报表
        （2024年度）
        项目名称 | 技能竞赛
        实施期限 | 2024年3月至2024年9月
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 时效指标 | 竞赛完成时间 | 2024年11月底前
        ^ | ^ | 方案印发时间 | 2024年1月底前
      `,
      finds: ['D6', 'D7']
    },
    {
      right: sheet`
        项目支出绩效目标申报表
        （2024年度）
        项目名称 | 技能竞赛
        实施期限 | 2024年3月至2024年9月
        一级指标 | 二级指标 | 三级指标 | 指标值
        产出指标 | 时效指标 | 竞赛完成时间 | 2024年9月底前
        ^ | ^ | 筹备时间 | ≤2个月
        ^ | ^ | 奖金发放时间 | 9月底前
        ^ | ^ | 成绩公布时限 | ≤3天
      `
    }
  ],
  create: (context) => {
    function check(node: Indicator, name: Part, form: Form): void {
      for (const {part} of targetCells(node)) {
        const {plain} = part
        if (!namesMonth(plain)) continue
        const month = signs.includes(plain.charAt(0)) ? signedMonth.exec(plain)?.[1] : undefined
        if (month !== undefined && (/份$/.test(plain) || asksTime(name.plain)) && Number(month) <= 12) {
          const years = fiscalYearsOf(form)
          const to = years && years.first === years.last ? `${years.last}年${Number(month)}月底前` : undefined
          context.report({
            node,
            part,
            messageId: to ? 'signKnown' : 'sign',
            data: {name: quoteText(name.text), target: quoteText(part.text), ...(to && {to})},
            ...(to && {expected: [to], suggest: [{messageId: 'write', edits: [rewritePart(part, to)]}]})
          })
          continue
        }
        const span = statedSpan(form)
        if (!span) continue
        const deadline = parseDeadline(plain)
        if (!deadline?.year || !deadline.month || deadline.invalid || deadline.period) continue
        const at = deadline.year * 12 + deadline.month
        const inYears = deadline.year >= span.firstYear && deadline.year <= span.lastYear
        if (!inYears || (at >= span.first && at <= span.last)) continue
        context.report({
          node,
          part,
          messageId: at > span.last ? 'late' : 'early',
          data: {
            name: quoteText(name.text),
            target: quoteText(part.text),
            period: quoteText(span.part.text)
          },
          related: [{part: span.part}]
        })
      }
    }

    return {
      form(form) {
        for (const row of contentsOf(form).rows) {
          const {name, target, targets} = row
          if (name && target && (namesMonth(target.plain) || targets.length > 1)) check(row, name, form)
        }
      }
    }
  }
})

const signs = '≤≥<>'
const signedMonth = /^(?:[≤≥<>]|<=|>=)(\d{1,2})月份?$/

/** A month, or a date in figures, in a text that is not long. */
function namesMonth(plain: string): boolean {
  return (
    plain.length <= 24 && (plain.includes('月') || (plain.startsWith('20') && /^20\d\d[./-]/.test(plain)))
  )
}

/** The period of a form in months (year × 12 + month), when it states both ends. */
interface Span {
  first: number
  last: number
  firstYear: number
  lastYear: number
  part: Part
}

const statedSpan = perForm((form): Span | undefined => {
  for (const child of contentsOf(form).others) {
    if (child.type !== 'field' || child.key !== 'period' || !child.value?.plain) continue
    const ends = [...child.value.plain.matchAll(/(20\d\d)[年./-](\d{1,2})(?!\d)/g)].map(
      ([, year, month]) => ({
        year: Number(year),
        month: Number(month)
      })
    )
    const [from, to] = ends
    if (!from || !to || ends.length !== 2 || from.month > 12 || to.month > 12) return undefined
    const first = from.year * 12 + from.month
    const last = to.year * 12 + to.month
    return first <= last
      ? {first, last, firstYear: from.year, lastYear: to.year, part: child.value}
      : undefined
  }
  return undefined
})

function asksTime(name: string): boolean {
  return /时间|日期|完工|竣工|完成期|截止/.test(name)
}
