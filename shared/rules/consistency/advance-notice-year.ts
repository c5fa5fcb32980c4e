import {defineRule} from '../../lint/define-rule.js'
import {findAdvanceNotices, findDocumentNumbers, namesRegulation} from '../../value/document-number.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {textCells, textGate} from '../support/text-cells.js'

export default defineRule({
  id: 'advance-notice-year',
  group: 'consistency',
  severity: 'warning',
  title: {zh: '提前下达通知的文号年份不对', en: 'Number of an advance notice has the wrong year'},
  why: {
    zh: '提前下达的转移支付，通知在上一年秋季印发，文号年份应当比资金年度早一年。同年或相差更多，多半是文号或年度写错，请核对原文件。',
    en: 'Transfers announced in advance are notified in the autumn before, so the document number carries the year before the fiscal year. Anything else is probably a mistake in the number or the year.'
  },
  basis: ['预算法：县级以上政府应当将转移支付预计数提前下达下级政府'],
  traps: {
    zh: '同一句里有多个文号时，只要有一个年份相符就不报。',
    en: 'When a cell cites several numbers, one with the right year is enough.'
  },
  messages: {
    zh: {
      wrong:
        '“提前下达{budget}年”的通知应在 {expected} 年印发，文号却是“{number}”。请对照原文件核对文号或年度。'
    },
    en: {
      wrong:
        'A notice that announces {budget} in advance is issued in {expected}, but its number is "{number}". Check the number or the year.'
    }
  },
  examples: [
    {
      wrong: sheet`
        1.转移支付资金绩效目标表
        项目名称 | 河财行〔2022〕62号关于提前下达2022年政法转移支付资金的通知
        绩效目标 | 保障办案业务500件。
      `,
      finds: ['B2']
    },
    {
      right: sheet`
        1.转移支付资金绩效目标表
        项目名称 | 河财行〔2021〕62号关于提前下达2022年政法转移支付资金的通知
        绩效目标 | 保障办案业务500件。
      `
    },
    {
      right: sheet`
        1.转移支付资金绩效目标表
        项目名称 | 提前下达2022年教育转移支付资金（依据《资金管理办法》（河财教〔2019〕121号））
        绩效目标 | 保障办案业务500件。
      `
    },
    {
      right: sheet`
        1.转移支付资金绩效目标表
        项目名称 | 河财行〔2022〕18号关于下达2022年政法转移支付资金的通知
        绩效目标 | 保障办案业务500件。
      `
    }
  ],
  create: (context) => ({
    sheet(node) {
      if (node.children.length === 0) return
      for (const part of textCells(node, inAdvance)) {
        const numbers = findDocumentNumbers(part.text).filter((number) => !namesRegulation(part.text, number))
        for (const notice of findAdvanceNotices(part.text)) {
          const expected = notice.year - 1
          const [number] = numbers
          if (!number || numbers.some(({year}) => year === expected)) continue
          context.report({
            node,
            part,
            messageId: 'wrong',
            data: {budget: notice.year, expected, number: quoteText(number.text)}
          })
        }
      }
    }
  })
})

const inAdvance = textGate(/提前/, '提')
