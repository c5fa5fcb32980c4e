import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {findInvalidDate} from '../support/find-invalid-date.js'
import {quoteAround} from '../support/quote-around.js'
import {textCells, textGate} from '../support/text-cells.js'

export default defineRule({
  id: 'invalid-date',
  group: 'feasibility',
  severity: 'error',
  title: {zh: '日期不存在', en: 'Date that does not exist'},
  why: {
    zh: '“2月30日”“6月31日”“13月底”不是日历上的日期，按它无法考核是否按时。请改为真实的日期，或者写“…月底前”。',
    en: 'No calendar has 2月30日, 6月31日 or 13月底, so nobody can tell whether the work was done in time. Put in a real date, or write "…月底前".'
  },
  basis: ['财预〔2021〕101号：时效指标应当写明完成的时间'],
  traps: {
    zh: '“工期18月”“24月龄”等时长、没有写年份的2月29日、合同号和编号不报。',
    en: 'Silent for lengths of time (工期18月, 24月龄), for 29 February without a year, and for numbers of contracts.'
  },
  messages: {
    zh: {
      day: '“{text}”中的“{found}”不存在：{month} 月最多 {days} 天。请改为真实的日期。',
      month: '“{text}”中的“{found}”不存在：没有 {month} 月。请改为真实的日期。'
    },
    en: {
      day: '"{found}" in "{text}" does not exist: month {month} has {days} days at most. Put in a real date.',
      month: '"{found}" in "{text}" does not exist: there is no month {month}. Put in a real date.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2023年古树保护绩效目标表
        绩效目标 | 2023年13月前完成古树建档，2月29日前公布名录，2023年2月29日前挂牌。
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 时效指标 | 建档完成时间 | 全部建档的时间 | 2023年6月31日前 | 工作方案
        ^ | ^ | 挂牌完成时间 | 全部挂牌的时间 | 2023-11-31 | 工作方案
        ^ | ^ | 修剪完成时间 | 全部修剪的时间 | 15月底前 | 工作方案
      `,
      finds: ['B2', 'E4', 'E5', 'E6']
    },
    {
      right: sheet`
        2024年古树保护绩效目标表
        绩效目标 | 2024年2月29日前公布名录，养护期18月，抚育24月龄苗木，合同号2024-15-31。
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 时效指标 | 建档完成时间 | 全部建档的时间 | 2024年6月30日前 | 工作方案
        ^ | ^ | 挂牌完成时间 | 全部挂牌的时间 | 2024-11-30 | 工作方案
      `
    }
  ],
  create: (context) => ({
    sheet(node) {
      if (node.children.length === 0) return
      for (const part of textCells(node, withDate)) {
        const invalid = findInvalidDate(part.text)
        if (!invalid) continue
        const {messageId, text, month, days} = invalid
        const at = Math.max(0, part.text.indexOf(text))
        context.report({
          node,
          part,
          messageId,
          data: {
            text: quoteAround(part.text, at, at + text.length),
            found: quoteText(text),
            month,
            ...(messageId === 'day' && {days})
          }
        })
      }
    }
  })
})

/** Months and days that some calendar lacks, and cells that are a date in figures: few texts get a closer look. */
const doubtful =
  /(?<![\d.])(?:1[3-9]|[2-9]\d|00?)\s*月\s*[\d份底末]|年\s*(?:1[3-9]|[2-9]\d|00?)\s*月|月\s*(?:3[2-9]|[4-9]\d|00?)\s*[日号]|(?<!\d)0?2\s*月\s*(?:29|3[01])\s*[日号]|(?<!\d)(?:0?[469]|11)\s*月\s*31\s*[日号]/

const dated = {
  test: (text: string): boolean =>
    text.includes('月') ? doubtful.test(text) : /^\s*[≤<=]?\s*20\d\d[-/.]\d/.test(text)
}

const withDate = textGate((text) => dated.test(text), '月-/.')
