import {defineRule} from '../../lint/define-rule.js'
import type {Part, TargetNode} from '../../tree/nodes.js'
import {findDocumentNumbers} from '../../value/document-number.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'
import {contentsOf} from '../support/contents-of.js'
import {fiscalYearsOf, type FiscalYears} from '../support/fiscal-years.js'

export default defineRule({
  id: 'document-number-year',
  group: 'consistency',
  severity: 'warning',
  title: {zh: '文号年份晚于预算年度', en: 'Document number younger than the fiscal year'},
  why: {
    zh: '编预算时依据的文件只能是当年或以前印发的。文号的年份比表的年度还晚，多半是文号抄错，或者套用了后一年的表。请对照原文件核对文号和年度。',
    en: 'A budget rests on documents of its own year or earlier. A document number with a later year than the form was probably mistyped, or the form of another year was used. Compare number and year with the document.'
  },
  basis: ['党政机关公文格式（GB/T 9704-2012）：发文字号由机关代字、年份、序号组成'],
  traps: {
    zh: '自评表、自评报告可以引用下一年开展自评的通知，不查；跨年项目以最后一年为准。',
    en: 'Self-evaluations may cite the notice of the next year that asks for them and are not checked; for projects of several years the last one counts.'
  },
  messages: {
    zh: {later: '文号“{number}”是 {found} 年的，这张表是 {year} 年的。请核对文号和年度。'},
    en: {later: 'The document number "{number}" is of {found}, the form is of {year}. Check number and year.'}
  },
  examples: [
    {
      wrong: sheet`
        2023年预算项目绩效目标表
        项目名称 | 营养改善计划（清财教〔2024〕15号）
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 供餐学生人数 | 享受供餐的在校生 | ≥3000人 | 清财教〔2024〕15号
        ^ | 质量指标 | 食材抽检合格率 | 合格批次占抽检批次的比例 | ≥98% | 清财教〔2022〕7号
        效益指标 | 社会效益指标 | 学生贫血率 | 贫血学生占体检学生的比例 | ≤3% | 近三年体检结果
      `,
      finds: ['B2', 'F4']
    },
    {
      right: sheet`
        2024年预算项目绩效目标表
        项目名称 | 营养改善计划（清财教〔2023〕15号）
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 供餐学生人数 | 享受供餐的在校生 | ≥3000人 | 清财教〔2024〕2号
        ^ | 质量指标 | 食材抽检合格率 | 合格批次占抽检批次的比例 | ≥98% | 市财教〔2023〕7号
        效益指标 | 社会效益指标 | 学生贫血率 | 贫血学生占体检学生的比例 | ≤3% | 近三年体检结果
      `
    },
    {
      right: sheet`
        2023年项目支出绩效自评表
        项目名称 | 营养改善计划
        年度目标 | 按清财绩〔2024〕1号要求开展自评，供餐学生3000人。
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        产出指标 | 数量指标 | 供餐学生人数 | ≥3000人 | 3105人 | 50 | 50
        效益指标 | 社会效益指标 | 学生贫血率 | ≤3% | 2.6% | 40 | 40
      `
    }
  ],
  create: (context) => {
    function check(node: TargetNode, part: Part | undefined, years: FiscalYears): void {
      if (!part || !maybeNumber(part.plain)) return
      for (const {text, year} of findDocumentNumbers(part.text)) {
        if (year === undefined || year <= years.last) continue
        if (evaluates.test(context.form.title?.plain ?? '')) return
        context.report({
          node,
          part,
          messageId: 'later',
          data: {number: quoteText(text), found: year, year: years.last}
        })
        return
      }
    }

    return {
      form(form) {
        if (form.kind === 'evaluation' || form.kind === 'report' || form.kind === 'allocation') return
        const years = fiscalYearsOf(form)
        if (!years) return
        const {rows, prose, others} = contentsOf(form)
        for (const node of others) {
          if (node.type === 'field') check(node, node.value, years)
          else if (node.type === 'goal') check(node, node.text, years)
          else if (node.type === 'task') check(node, node.content, years)
        }
        for (const indicators of [rows, prose]) {
          for (const node of indicators) {
            check(node, node.basis, years)
            check(node, node.description, years)
          }
        }
      }
    }
  }
})

/** Two letters, a year in brackets and a serial number at the least: `财预〔2024〕1`. */
function maybeNumber(plain: string): boolean {
  return plain.length >= 9 && plain.includes('20') && serial.test(plain)
}

const serial = /20\d\d[^\d]{1,3}\d/
const evaluates = /自评|评价|报告|总结|完成情况/
