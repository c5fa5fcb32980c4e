import {defineRule} from '../../lint/define-rule.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {findDocumentNumbers} from '../../value/document-number.js'
import {rewritePart} from '../support/rewrite-part.js'
import {textCells, textGate} from '../support/text-cells.js'

export default defineRule({
  id: 'document-number-brackets',
  group: 'notation',
  severity: 'warning',
  fix: 'safe',
  title: {zh: '文号写法不规范', en: 'Document number not written by the standard'},
  why: {
    zh: '发文字号由机关代字、年份、序号组成：年份用四位数字，放在六角括号“〔〕”里；序号不加“第”，前面不补 0，后面写“号”。写成“【2023】”“[2023]”“（2023）”的文号，检索和比对都会落空，预算公开时也不规范。',
    en: 'A document number consists of the issuing body, the year and a serial number: the year has four digits in the brackets 〔〕, the serial has no 第 and no leading zeros and ends with 号. Written with 【2023】, [2023] or （2023） it is missed by searches and comparisons, and looks careless when the budget is published.'
  },
  basis: ['GB/T 9704-2012 党政机关公文格式：发文字号', '中办发〔2012〕14号：发文字号的组成'],
  traps: {
    zh: '“（2023）年度”、法院案号、合同号和没有机关代字的括号年份不报。',
    en: 'Silent for （2023）年度, court case numbers, and years in brackets without an issuing body.'
  },
  messages: {
    zh: {
      brackets: '文号“{found}”的年份应当用六角括号，写成“{correct}”。',
      ordinal: '文号“{found}”的序号前不加“第”，写成“{correct}”。',
      zeros: '文号“{found}”的序号前不补 0，写成“{correct}”。',
      ending: '文号“{found}”后面缺“号”字，写成“{correct}”。',
      shortYear: '文号“{found}”的年份应当写四位数字，例如“{correct}”。',
      fix: '文号改为规范写法'
    },
    en: {
      brackets: 'The year of the document number "{found}" belongs in the brackets 〔〕: write "{correct}".',
      ordinal: 'The serial of the document number "{found}" takes no 第: write "{correct}".',
      zeros: 'The serial of the document number "{found}" takes no leading zeros: write "{correct}".',
      ending: 'The document number "{found}" lacks its ending 号: write "{correct}".',
      shortYear: 'The year of the document number "{found}" needs four digits, e.g. "{correct}".',
      fix: 'Write document numbers by the standard'
    }
  },
  examples: [
    {
      wrong: sheet`
        2024年清财社【2023】18号提前下达养老服务补助资金绩效目标表
        项目名称 | 清财社[2023]18号养老服务补助 | 预算数 | #50.00
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 改造养老床位数量 | 当年改造的床位 | ≥200张 | 清财社（2023）18号
        ^ | 质量指标 | 床位验收合格率 | 验收合格床位占比 | ≥98% | 清财社〔2023〕第18号
        满意度指标 | 服务对象满意度指标 | 老人满意度 | 问卷调查结果 | ≥90% | 清财社〔2023〕018号
      `,
      finds: ['A1', 'B2', 'F4', 'F5', 'F6']
    },
    {
      right: sheet`
        2024年养老服务补助资金绩效目标表
        （2024）年度
        项目名称 | 清财社〔2023〕18号养老服务补助 | 预算数 | #50.00
        绩效目标 | 1.按（2023）清0602民初77号判决支付补偿款，改造床位200张。
        一级指标 | 二级指标 | 三级指标 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 改造养老床位数量 | ≥200张 | 清财社〔2023〕18号
        满意度指标 | 服务对象满意度指标 | 老人满意度 | ≥90% | 实施方案
      `
    }
  ],
  create: (context) => ({
    sheet(node) {
      if (node.children.length === 0) return
      for (const part of textCells(node, bracketedYear)) {
        const wrong = findDocumentNumbers(part.text).filter(
          (number) => number.text !== number.correct && !isListed(part.text, number)
        )
        const [first] = wrong
        if (!first) continue
        let text = part.text
        let expandsYear = false
        for (const number of [...wrong].reverse()) {
          if (number.yearText.length !== 4) expandsYear = true
          else
            text =
              text.slice(0, number.offset) + number.correct + text.slice(number.offset + number.text.length)
        }
        context.report({
          node,
          part,
          messageId: messageOf(first),
          data: {
            found: quoteText(wrong.map((number) => number.text).join(' / '), 60),
            correct: quoteText(wrong.map(({correct}) => correct).join(' / '), 60)
          },
          expected: wrong.map(({correct}) => correct),
          ...(text !== part.text && !part.cell?.formula && !(expandsYear && wrong.length === 1)
            ? {fix: [rewritePart(part, text)]}
            : {})
        })
      }
    }
  })
})

type Found = ReturnType<typeof findDocumentNumbers>[number]

function messageOf({yearText, brackets, hasDi, leadingZero, text}: Found): string {
  if (yearText.length !== 4) return 'shortYear'
  if (brackets !== '〔〕' && !text.includes(`〔${yearText}〕`)) return 'brackets'
  if (hasDi) return 'ordinal'
  return leadingZero ? 'zeros' : 'ending'
}

const bracketedYear = textGate(/[〔[［【(（「﹝]\s*\d{2}/, '〔[［【(（「﹝')

/** 〔2023〕10、12号: the 号 stands behind the last serial of a list. */
function isListed(text: string, {offset, text: found, hasHao, brackets}: Found): boolean {
  if (hasHao || brackets !== '〔〕') return false
  return /^\s*(?:号?[、,，和及与至~—-])\s*第?\d/.test(text.slice(offset + found.length))
}
