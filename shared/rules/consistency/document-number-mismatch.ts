import {defineRule} from '../../lint/define-rule.js'
import type {Form, Part} from '../../tree/nodes.js'
import {findDocumentNumbers, namesRegulation, type DocumentNumber} from '../../value/document-number.js'
import {quoteText} from '../../workbook/plain-text.js'
import {sheet} from '../../workbook/sheet-literal.js'

export default defineRule({
  id: 'document-number-mismatch',
  group: 'consistency',
  severity: 'warning',
  title: {zh: '同一张表里的文号前后不一致', en: 'Document numbers of one form do not agree'},
  why: {
    zh: '项目名称里的文号与指标值确定依据里的文号应当是同一份文件。机关代字和年份相同而序号不同，或序号相同而年份不同，多半有一处抄错，请对照原文件核对。',
    en: 'The document in the project name and the one in the basis column should be the same. When agency and year agree but the serial number differs, or the other way round, one was probably miscopied.'
  },
  basis: ['GB/T 9704-2012：党政机关公文格式，发文字号', '财预〔2015〕88号：绩效目标的依据应当充分'],
  traps: {
    zh: '名称里没有文号或有多个文号、依据里本来就引用几份文件（其中有名称里的那份）的不报。',
    en: 'Silent when the name holds no or several numbers, and when the form also cites the number of the name.'
  },
  messages: {
    zh: {
      serial:
        '这里引用“{found}”，项目名称里是“{expected}”，只有序号不同。如是同一份文件，请对照原文件改成一致。',
      year: '这里引用“{found}”，项目名称里是“{expected}”，只有年份不同。如是同一份文件，请对照原文件改成一致。'
    },
    en: {
      serial:
        'This cites "{found}" while the project name has "{expected}"; only the serial number differs. If they are the same document, make them agree.',
      year: 'This cites "{found}" while the project name has "{expected}"; only the year differs. If they are the same document, make them agree.'
    }
  },
  examples: [
    {
      wrong: sheet`
        2.河财行〔2021〕62号提前下达2022年政法转移支付资金绩效目标表
        项目名称 | 河财行〔2021〕62号提前下达2022年政法转移支付资金
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 办理案件数 | 全年办结的案件 | ≥120件 | 河财行〔2021〕26号
      `,
      finds: ['F4']
    },
    {
      right: sheet`
        2.河财行〔2021〕62号提前下达2022年政法转移支付资金绩效目标表
        项目名称 | 河财行〔2021〕62号提前下达2022年政法转移支付资金
        一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
        产出指标 | 数量指标 | 办理案件数 | 全年办结的案件 | ≥120件 | 河财行〔2021〕62号
        ^ | 成本指标 | 案件补贴标准 | 每件补贴 | ≤800元/件 | 河财行〔2019〕7号
      `
    }
  ],
  create: (context) => ({
    form(form) {
      const name = form.projectName?.value ?? form.title?.text ?? ''
      const own = findDocumentNumbers(name)
      const [expected] = own
      if (!expected || own.length !== 1) return
      const cited = citedIn(form)
      if (
        cited.some(
          ({number}) =>
            number.agency === expected.agency &&
            number.year === expected.year &&
            number.serial === expected.serial
        )
      )
        return
      for (const {part, number} of cited) {
        if (!sameAgency(number.agency, expected.agency)) continue
        const messageId =
          number.year === expected.year ? 'serial' : number.serial === expected.serial ? 'year' : undefined
        if (!messageId) continue
        context.report({
          node: form,
          part,
          messageId,
          data: {found: quoteText(number.text), expected: quoteText(expected.text)},
          related: form.projectName?.part ? [{part: form.projectName.part}] : []
        })
      }
    }
  })
})

/** The numbers that the bases of a form's indicators cite. */
function citedIn(form: Form): {part: Part; number: DocumentNumber}[] {
  const cited: {part: Part; number: DocumentNumber}[] = []
  for (const child of form.children) {
    if (child.type !== 'indicator' || !child.basis?.plain) continue
    const {basis} = child
    for (const number of findDocumentNumbers(basis.text))
      if (!namesRegulation(basis.text, number)) cited.push({part: basis, number})
  }
  return cited
}

function sameAgency(a: string, b: string): boolean {
  return a === b || a.endsWith(b) || b.endsWith(a)
}
